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

    /**
     * The alerts about requests to one origin, the oldest first; also about calls that never arrived there.
     *
     * @param origin the start of the URLs that Twilio requested
     */
    public List<CallAlert> at(String origin, Instant since) throws TwilioApiException {
        return api.ask("list the account's alerts", DEADLINE, client -> readAt(origin, since, client));
    }

    /**
     * An alert with its call.
     *
     * @param callSid the call that the alert is about, or another resource's id
     */
    public record CallAlert(String callSid, TwilioAlert alert) {}

    private static List<TwilioAlert> read(String callSid, Instant since, TwilioRestClient client) {
        return all(since, client).stream()
                .filter(alert -> callSid.equals(alert.getResourceSid()))
                .map(TwilioAlerts::alert)
                .toList();
    }

    private static List<CallAlert> readAt(String origin, Instant since, TwilioRestClient client) {
        return all(since, client).stream()
                .filter(alert -> or(alert.getRequestUrl()).startsWith(origin + "/"))
                .map(alert -> new CallAlert(or(alert.getResourceSid()), alert(alert)))
                .toList();
    }

    private static List<Alert> all(Instant since, TwilioRestClient client) {
        AlertReader reader = new AlertReader().setStartDate(since.minus(SLACK).atZone(ZoneOffset.UTC));
        List<Alert> found = new ArrayList<>();
        reader.pageSize(PAGE).limit(MOST).read(client).forEach(found::add);
        Collections.reverse(found);
        return found;
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
