package dev.sidetone.ui.call;

import dev.sidetone.simulator.WebhookUrl;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.rig.ServerChoice;

/** Says what is wrong with the webhook of a server under test, as the command would. Stateless. */
final class Webhook {
    private Webhook() {}

    /** What a call to it does besides, where it is not on this machine; empty where it is, or is no webhook yet. */
    static String warningOf(String typed) {
        try {
            return ServerChoice.at(WebhookUrl.of(typed.strip()))
                    .warning()
                    .map(words -> Sentence.of(words.replaceFirst("^note: ", "")))
                    .orElse("");
        } catch (WrongSetting e) {
            return "";
        }
    }

    /** The problem with it, in a sentence; empty if there is none. */
    static String problemOf(String typed) {
        if (typed.isBlank()) {
            return "Your server's voice webhook, as in http://localhost:3000/voice";
        }
        try {
            WebhookUrl.of(typed.strip());
            return "";
        } catch (WrongSetting e) {
            return Sentence.of(String.valueOf(e.getMessage()));
        }
    }
}
