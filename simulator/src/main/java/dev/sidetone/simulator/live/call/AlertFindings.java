package dev.sidetone.simulator.live.call;

import dev.sidetone.bridge.twilio.rest.TwilioAlert;
import dev.sidetone.bridge.twilio.rest.TwilioErrorCode;
import dev.sidetone.simulator.findings.AgentCode;
import dev.sidetone.simulator.findings.ConnectionCode;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.timeline.Severity;
import java.util.Optional;

/** Turns the alerts of Twilio's debugger into findings under Twilio's own codes. Stateless. */
public final class AlertFindings {
    private AlertFindings() {}

    public static Finding of(TwilioAlert alert) {
        String text = alert.text().isBlank() ? "Twilio's debugger has an alert " + alert.code() + "." : alert.text();
        String cure = known(alert.code()).map(TwilioErrorCode::cure).orElse("Read " + page(alert) + ".");
        return AgentCode.alert(alert.code(), severity(alert.level()), text, cure);
    }

    /** The finding on a call whose stream this bridge closed itself: Twilio's alert on that close is no error. */
    static Finding ofCallClosedHere(TwilioAlert alert) {
        if (!alert.code().equals(ConnectionCode.CLOSED_WITH_ERROR.code())) {
            return of(alert);
        }
        return AgentCode.alert(
                alert.code(), Severity.INFO, alert.text(), "Nothing to do: this bridge closed the stream itself.");
    }

    private static Optional<TwilioErrorCode> known(String code) {
        return code.matches("\\d{1,9}") ? TwilioErrorCode.of(Integer.parseInt(code)) : Optional.empty();
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
