package dev.sidetone.simulator.live.call;

import dev.sidetone.bridge.twilio.rest.TwilioAlert;
import dev.sidetone.simulator.findings.AgentCode;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.timeline.Severity;
import java.util.Map;

/** Turns the alerts of Twilio's debugger into findings under Twilio's own codes. Stateless. */
public final class AlertFindings {
    private static final Map<String, String> CURES = Map.of(
            "11200",
                    "Twilio could not fetch the bridge's document: was the tunnel up? Look at the round trip in live mode.",
            "11205",
                    "Twilio could not connect: the tunnel's far end was gone. Start it again and begin live mode anew.",
            "11210", "Twilio did not find the host's name: a quick tunnel has a new one at each start.",
            "12100", "What Twilio got was no TwiML: a tunnel's own page, perhaps. Open the voice URL in a browser.",
            "12300", "What Twilio got was no XML: a tunnel's own page, perhaps. Open the voice URL in a browser.",
            "31901", "The stream's address did not answer in time: is the tunnel overloaded?",
            "31910",
                    "Twilio does not believe the certificate of the stream's address: it must come from a public authority.",
            "31920",
                    "The upgrade was answered with something else than 101: the tunnel or proxy must pass WebSockets on.",
            "31921", "The bridge closed the stream with a code that is not normal: look at its log around that time.",
            "31924", "Something on the way broke the WebSocket's framing: try another tunnel.");

    private AlertFindings() {}

    public static Finding of(TwilioAlert alert) {
        String text = alert.text().isBlank() ? "Twilio's debugger has an alert " + alert.code() + "." : alert.text();
        String cure = CURES.getOrDefault(alert.code(), "Read " + page(alert) + ".");
        return AgentCode.alert(alert.code(), severity(alert.level()), text, cure);
    }

    private static String page(TwilioAlert alert) {
        return alert.moreInfo().isEmpty() ? "https://www.twilio.com/docs/api/errors/" + alert.code() : alert.moreInfo();
    }

    private static Severity severity(String level) {
        return switch (level) {
            case "error" -> Severity.ERROR;
            case "warning" -> Severity.WARNING;
            default -> Severity.INFO;
        };
    }
}
