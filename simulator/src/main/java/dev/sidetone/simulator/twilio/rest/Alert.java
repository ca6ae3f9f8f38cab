package dev.sidetone.simulator.twilio.rest;

import dev.sidetone.simulator.findings.Finding;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** A finding that Twilio has a number for, as its debugger keeps it. */
record Alert(String sid, String callSid, Finding finding, Instant at) {

    /** The {@code number}th alert of a call; the same call gives the same names. */
    static Alert of(String callSid, int number, Finding finding, Instant at) {
        UUID name = UUID.nameUUIDFromBytes((callSid + "/" + number).getBytes(StandardCharsets.UTF_8));
        return new Alert("NO" + name.toString().replace("-", ""), callSid, finding, at);
    }

    /** Returns whether Twilio has an alert for it. */
    static boolean isTwilios(Finding finding) {
        return finding.code().matches("\\d{5}");
    }

    String level() {
        return switch (finding.severity()) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case SUSPICION, INFO -> "notice";
        };
    }
}
