package dev.sidetone.simulator.twilio.webhook;

import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.loop.LineLoop;
import dev.sidetone.simulator.line.net.Network;
import dev.sidetone.simulator.line.stream.StreamNoun;
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
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells a call's server how the call and its streams fare, where it asked to be told. The call never waits for it. Owned by its call, on
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
    private final CallbackQueue post;
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
        this.post = new CallbackQueue(line, network, plan, sids, found);
    }

    /** The call begins. */
    public void placed(Instant at) {
        startedAt = at;
        startedNs = post.nowNs();
        tell(CallbackEvent.INITIATED, "initiated", Map.of());
    }

    /** It rings. */
    public void rings() {
        tell(CallbackEvent.RINGING, "ringing", Map.of());
    }

    /** Somebody picked up. */
    public void answered() {
        answeredNs = post.nowNs();
        tell(CallbackEvent.ANSWERED, "in-progress", Map.of());
    }

    /** Who tells how a stream that is dialled fares, to the URL that {@code noun} names. */
    public StreamStatusCallbacks ofStream(StreamNoun noun, String streamSid) {
        return new StreamStatusCallbacks(plan, callSid, streamSid, noun, post, this::now, found);
    }

    /**
     * The call is over; {@code settled} runs when that, too, is told, or when telling has taken too long.
     *
     * @param unanswered the call's last status if nobody picked up: busy, no-answer, failed or canceled
     */
    public void ended(String unanswered, Runnable settled) {
        Long upNs = answeredNs;
        long seconds = upNs == null ? 0 : (post.nowNs() - upNs + NS_PER_S / 2) / NS_PER_S;
        Map<String, String> more = new HashMap<>();
        more.put("CallDuration", String.valueOf(seconds));
        more.put("Duration", String.valueOf((seconds + S_PER_MINUTE - 1) / S_PER_MINUTE));
        if (upNs == null && plan.direction() == Direction.OUTBOUND_API) {
            more.put("SipResponseCode", SIP_CODES.getOrDefault(unanswered, "487"));
        }
        tell(CallbackEvent.COMPLETED, upNs == null ? unanswered : "completed", more);
        post.settle(settled);
    }

    /** Gives up what is not told yet; any thread. */
    public void abandon() {
        post.abandon();
    }

    /** The time of day by the line's clock. */
    private Instant now() {
        return startedAt.plusNanos(post.nowNs() - startedNs);
    }

    private void tell(CallbackEvent event, String status, Map<String, String> more) {
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
        post.send(setup.statusCallbackMethod(), url, WebhookForm.progress(plan, callSid, status, fields));
    }
}
