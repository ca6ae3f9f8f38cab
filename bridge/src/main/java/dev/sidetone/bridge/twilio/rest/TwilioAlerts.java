package dev.sidetone.bridge.twilio.rest;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.monitor.v1.Alert;
import com.twilio.rest.monitor.v1.AlertReader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the alerts of Twilio's debugger about a call. They appear some seconds after the fact, so the caller asks again after a while;
 * Twilio lists those of the whole account. Waits for Twilio; for any thread but an event loop.
 */
public final class TwilioAlerts {
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    /** Twilio's clock and ours need not agree. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    private static final int PAGE = 200;
    private static final int MOST = 2_000;

    private final TwilioApi api;

    TwilioAlerts(TwilioApi api) {
        this.api = api;
    }

    /**
     * The alerts of one call, the oldest first.
     *
     * @param since when the call began
     */
    public List<TwilioAlert> of(String callSid, Instant since) throws TwilioApiException {
        return api.ask("list the alerts of the call", DEADLINE, client -> read(callSid, since, client));
    }

    private static List<TwilioAlert> read(String callSid, Instant since, TwilioRestClient client) {
        AlertReader reader = new AlertReader().setStartDate(since.minus(SLACK).atZone(ZoneOffset.UTC));
        List<TwilioAlert> found = new ArrayList<>();
        for (Alert alert : reader.pageSize(PAGE).limit(MOST).read(client)) {
            if (callSid.equals(alert.getResourceSid())) {
                found.add(alert(alert));
            }
        }
        Collections.reverse(found);
        return List.copyOf(found);
    }

    private static TwilioAlert alert(Alert alert) {
        return new TwilioAlert(
                or(alert.getSid()),
                or(alert.getErrorCode()),
                or(alert.getLogLevel()),
                AlertText.read(alert.getAlertText()),
                or(alert.getMoreInfo()),
                alert.getDateCreated() == null ? null : alert.getDateCreated().toInstant());
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
