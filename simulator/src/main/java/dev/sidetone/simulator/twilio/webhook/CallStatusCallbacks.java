package dev.sidetone.simulator.twilio.webhook;

import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.loop.LineLoop;
import dev.sidetone.simulator.line.net.Network;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.plan.CallbackEvent;
import dev.sidetone.simulator.twilio.plan.Direction;
import dev.sidetone.simulator.twilio.plan.NumberSetup;
import dev.sidetone.simulator.twilio.plan.Sids;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reports a call's status, and that of its streams, to the callbacks that the server set. The call never waits for them. Owned by its call, on
 * the line thread. Source: Twilio docs, voice/api/call-resource.
 */
public final class CallStatusCallbacks {
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final Map<String, String> SIP_CODES = Map.of("busy", "486", "failed", "404");
    private static final long NS_PER_S = 1_000_000_000;
    private static final long S_PER_MINUTE = 60;

    private final CallPlan plan;
    private final String callSid;
    private final CallbackQueue queue;
    private final Consumer<Finding> found;
    private Instant startedAt = Instant.EPOCH;
    private long startedNs;
    private @Nullable Long answeredNs;
    private int sequence;

    public CallStatusCallbacks(
            LineLoop line, Network network, CallPlan plan, String callSid, Sids sids, Consumer<Finding> found) {
        this.plan = plan;
        this.callSid = callSid;
        this.found = found;
        this.queue = new CallbackQueue(line, network, plan, sids, found);
    }

    /** The call begins. */
    public void placed(Instant at) {
        startedAt = at;
        startedNs = queue.nowNs();
        send(CallbackEvent.INITIATED, "initiated", Map.of());
    }

    /** It rings. */
    public void rings() {
        send(CallbackEvent.RINGING, "ringing", Map.of());
    }

    /** Somebody picked up. */
    public void answered() {
        answeredNs = queue.nowNs();
        send(CallbackEvent.ANSWERED, "in-progress", Map.of());
    }

    /** Reports how one stream fares to the absolute {@code url}, which is empty where nobody asked for it. */
    public StreamStatusCallbacks ofStream(String streamSid, String name, String url, String method) {
        return new StreamStatusCallbacks(plan, callSid, streamSid, name, url, method, queue, this::now, found);
    }

    /**
     * The call is over; {@code settled} runs when that, too, was sent, or when sending has taken too long.
     *
     * @param unanswered the call's last status if nobody picked up: busy, no-answer, failed or canceled
     */
    public void ended(String unanswered, Runnable settled) {
        Long upNs = answeredNs;
        long seconds = upNs == null ? 0 : (queue.nowNs() - upNs + NS_PER_S / 2) / NS_PER_S;
        Map<String, String> more = new HashMap<>();
        more.put("CallDuration", String.valueOf(seconds));
        more.put("Duration", String.valueOf((seconds + S_PER_MINUTE - 1) / S_PER_MINUTE));
        if (upNs == null && plan.direction() == Direction.OUTBOUND_API) {
            more.put("SipResponseCode", SIP_CODES.getOrDefault(unanswered, "487"));
        }
        send(CallbackEvent.COMPLETED, upNs == null ? unanswered : "completed", more);
        queue.settle(settled);
    }

    /** Sends the action of a verb that the end of the call ended: what it answers is not carried out. */
    public void action(String method, URI url, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(WebhookForm.fields(plan, callSid, "completed"));
        all.putAll(fields);
        queue.send(method, url, all);
    }

    /** Gives up what is not sent yet; any thread. */
    public void abandon() {
        queue.abandon();
    }

    /** The time of day by the line's clock. */
    private Instant now() {
        return startedAt.plusNanos(queue.nowNs() - startedNs);
    }

    private void send(CallbackEvent event, String status, Map<String, String> more) {
        NumberSetup setup = plan.setup();
        URI url = setup.statusCallback();
        boolean asked = plan.direction() == Direction.INBOUND
                ? event == CallbackEvent.COMPLETED
                : setup.events().contains(event);
        if (url == null || !asked) {
            return;
        }
        Map<String, String> fields = new HashMap<>(more);
        fields.put("Timestamp", TIMESTAMP.format(now()));
        fields.put("SequenceNumber", String.valueOf(sequence++));
        queue.send(setup.statusCallbackMethod(), url, WebhookForm.progress(plan, callSid, status, fields));
    }
}
