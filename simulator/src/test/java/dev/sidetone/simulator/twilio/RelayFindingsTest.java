package dev.sidetone.simulator.twilio;

import static dev.sidetone.simulator.twilio.RelayServer.says;
import static dev.sidetone.simulator.twilio.RelayServer.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.twilio.plan.RelayConditions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a ConversationRelay server gets wrong without a message that cannot be read; each beside a case that is right. */
class RelayFindingsTest {
    private final TickingCaller caller = new TickingCaller();

    @Test
    void tokensWithoutAnySpaceRunTogether() {
        String[] trimmed = "We are open every day from nine to five in the afternoon".split(" ", -1);
        RelayServer relay = RelayServer.with("");
        for (String token : trimmed) {
            relay.on("setup", text(token, false));
        }
        relay.on("setup", text(".", true)).call(caller, Duration.ofSeconds(1));
        assertThat(relay.findings()).containsExactly("relay-words-run-together warning");

        RelayServer spaced = RelayServer.with("");
        for (String token : trimmed) {
            spaced.on("setup", text(token + " ", false));
        }
        spaced.on("setup", text(".", true)).call(new TickingCaller(), Duration.ofSeconds(1));
        assertThat(spaced.findings()).isEmpty();
    }

    @Test
    void aPromptThatIsNotAnsweredInTenSecondsIsFound() {
        says(caller, 500, "Anybody?", 500);
        RelayServer silent = RelayServer.with("").call(caller, Duration.ofSeconds(13));
        assertThat(silent.findings()).containsExactly("relay-no-answer warning");

        TickingCaller other = says(new TickingCaller(), 500, "Anybody?", 500);
        RelayServer answering = RelayServer.with("").on("prompt", text("Yes.", true));
        assertThat(answering.call(other, Duration.ofSeconds(13)).findings()).isEmpty();
    }

    @Test
    void anEndThatCutsSpeechAndWhatComesAfterItIsFound() {
        RelayServer relay = RelayServer.with("")
                .on(
                        "setup",
                        text("Goodbye, and thank you.", true),
                        "{\"type\":\"end\"}",
                        text("One more thing.", true));

        relay.call(caller, Duration.ofSeconds(2));

        assertThat(relay.findings()).containsExactly("relay-end-cuts-speech info", "relay-message-after-end warning");
        assertThat(caller.audible()).isZero();
    }

    @Test
    void settingsOfUnknownFormAreTakenWithoutBeingMalformed() throws Exception {
        RelayServer relay = RelayServer.with("events='config-updated'")
                .on("setup", "{\"type\":\"config\",\"interruptible\":\"none\",\"speechTimeout\":900}");

        relay.call(caller, Duration.ofSeconds(1));

        assertThat(relay.heard()).containsExactly("setup", "info configUpdated interruptible,speechTimeout");
        assertThat(relay.findings()).containsExactly("relay-not-verified info");
    }

    @Test
    void wordsThatNobodyKnowsAreAMarkAndFoundOnce() throws Exception {
        RelayServer relay = RelayServer.with("");
        for (int at : List.of(10, 150)) {
            caller.at(at, phone -> phone.speechStarts(0)).at(at + 49, phone -> phone.speechEnds(160));
        }

        relay.call(caller, Duration.ofSeconds(6));

        assertThat(relay.heard()).containsExactly("setup", "prompt [speech 1.0 s] last", "prompt [speech 1.0 s] last");
        assertThat(relay.findings()).containsExactly("relay-unknown-words info");
    }

    @Test
    void preparedWordsAreSaidInTheirOrder() throws Exception {
        RelayServer relay = RelayServer.with("");
        for (int at : List.of(10, 150)) {
            caller.at(at, phone -> phone.speechStarts(0)).at(at + 49, phone -> phone.speechEnds(160));
        }

        relay.call(
                RelayServer.plan().relaying(new RelayConditions(600, 300, List.of("First.", "Second."))),
                caller,
                Duration.ofSeconds(6));

        assertThat(relay.heard()).containsExactly("setup", "prompt First. last", "prompt Second. last");
        assertThat(relay.findings()).isEmpty();
    }

    @Test
    void whatTheVoiceCannotSayIsHummed() throws Exception {
        RelayServer relay = RelayServer.with("events='tokens-played'").on("setup", text("你好。", true));
        relay.line.words = text -> CompletableFuture.failedFuture(new IllegalArgumentException("no"));

        relay.call(caller, Duration.ofSeconds(2));

        assertThat(relay.findings()).containsExactly("relay-unspeakable info");
        assertThat(relay.heard()).containsExactly("setup", "info tokensPlayed 你好。");
        assertThat(caller.audible()).isPositive();
    }

    @Test
    void whatTheServerIsInformedOfIsNotWhatItAskedFor() {
        RelayServer relay =
                RelayServer.with("interruptible='none'").on("setup", text("A long sentence follows here.", true));
        says(caller, 500, "Stop", 300);
        caller.at(30, phone -> phone.press('7'));

        relay.call(caller, Duration.ofSeconds(3));

        assertThat(relay.findings()).containsExactly("relay-key-not-reported info", "relay-speech-not-reported info");
        assertThat(relay.line.facts.of(Fact.PromptSent.class)).isEmpty();
    }
}
