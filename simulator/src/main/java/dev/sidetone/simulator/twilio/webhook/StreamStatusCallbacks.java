package dev.sidetone.simulator.twilio.webhook;

import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.stream.StreamObserver;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reports how one stream fares to the callback that its {@code <Stream>} names. Owned by its call, on the line
 * thread. Source: Twilio docs, voice/twiml/stream.
 */
public final class StreamStatusCallbacks implements StreamObserver {
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final CallPlan plan;
    private final String callSid;
    private final String streamSid;
    private final String name;
    private final String method;
    private final CallbackQueue queue;
    private final Supplier<Instant> now;
    private final @Nullable URI url;
    private boolean started;
    private boolean ended;

    StreamStatusCallbacks(
            CallPlan plan,
            String callSid,
            String streamSid,
            String name,
            String url,
            String method,
            CallbackQueue queue,
            Supplier<Instant> now,
            Consumer<Finding> found) {
        this.plan = plan;
        this.callSid = callSid;
        this.streamSid = streamSid;
        this.name = name;
        this.method = method;
        this.queue = queue;
        this.now = now;
        this.url = url(url.strip(), found);
    }

    /** The socket is open and {@code start} went out. */
    @Override
    public void started() {
        started = true;
        send("stream-started", null);
    }

    /** The stream is over as it should be; nothing is sent for one that never began, and nothing twice. */
    @Override
    public void stopped() {
        if (started && !ended) {
            ended = true;
            send("stream-stopped", null);
        }
    }

    /** The stream could not be opened, or was lost. */
    @Override
    public void failed(String code) {
        ended = true;
        send("stream-error", "Stream signal error, code: " + code);
    }

    private void send(String event, @Nullable String error) {
        if (url == null) {
            return;
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("StreamName", name.isEmpty() ? streamSid : name);
        fields.put("StreamEvent", event);
        if (error != null) {
            fields.put("StreamError", error);
        }
        fields.put("CallSid", callSid);
        fields.put("Timestamp", TIMESTAMP.format(now.get()));
        fields.put("AccountSid", plan.accountSid());
        fields.put("StreamSid", streamSid);
        queue.send(method, url, fields);
    }

    private static @Nullable URI url(String text, Consumer<Finding> found) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            URI url = new URI(text);
            String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            if (scheme.matches("https?") && url.getHost() != null) {
                return url;
            }
        } catch (URISyntaxException e) {
            found.accept(WebhookFindings.callbackNotAbsolute(text));
            return null;
        }
        found.accept(WebhookFindings.callbackNotAbsolute(text));
        return null;
    }
}
