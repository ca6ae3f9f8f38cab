package dev.sidetone.bridge;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.IntSupplier;

/** The metrics of one bridge, for Prometheus to scrape. Updated on every event loop at once, a few times a turn and never per frame. */
final class BridgeMetrics {
    /** Text format 0.0.4. */
    static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private static final double S_NS = 1e9;

    /** Upper bounds in seconds: close together where people notice. */
    private static final double[] TTFA_S = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1, 1.5, 2, 3, 5};

    private static final PrometheusTextFormatWriter WRITER = PrometheusTextFormatWriter.builder()
            .setIncludeCreatedTimestamps(false)
            .build();

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter calls = counter("sidetone_calls_total", "Calls whose stream was accepted.");
    private final Counter refused = counter("sidetone_calls_refused_total", "Calls that were answered with busy.");
    private final Counter tooLong =
            counter("sidetone_calls_too_long_total", "Calls that were ended because they reached the maximum length.");
    private final Counter bargeIns = counter("sidetone_barge_ins_total", "Times a caller interrupted an answer.");
    private final Counter controlFailures =
            counter("sidetone_call_control_failures_total", "Requests to Twilio's REST API that failed.");
    private final Counter limits =
            counter("sidetone_limits_total", "Streams that the bridge ended by a limit of its own.");
    private final Counter standstills =
            counter("sidetone_standstills_total", "Calls in which the bridge itself stood still for a second or more.");
    private final Counter agentFailures =
            counter("sidetone_agent_failures_total", "Agents that never came or were lost, by code.", "code");
    private final Counter refusedRequests =
            counter("sidetone_refused_requests_total", "Requests and streams that were refused, by reason.", "why");
    private final Histogram ttfa = Histogram.builder()
            .name("sidetone_ttfa_bridge_seconds")
            .help("From the end of the caller's turn, as the agent reports it, to the answer's first audio.")
            .classicOnly()
            .classicUpperBounds(TTFA_S)
            .withoutExemplars()
            .register(registry);

    /** @param active how many calls run now; asked on the loop that is scraped */
    BridgeMetrics(IntSupplier active) {
        GaugeWithCallback.builder()
                .name("sidetone_calls_active")
                .help("Calls that run now.")
                .callback(gauge -> gauge.call(active.getAsInt()))
                .register(registry);
    }

    private Counter counter(String name, String help, String... labels) {
        return Counter.builder()
                .name(name)
                .help(help)
                .labelNames(labels)
                .withoutExemplars()
                .register(registry);
    }

    void callBegan() {
        calls.inc();
    }

    void callRefused() {
        refused.inc();
    }

    void bargedIn() {
        bargeIns.inc();
    }

    void controlFailed() {
        controlFailures.inc();
    }

    void limitReached() {
        limits.inc();
    }

    void stoodStill() {
        standstills.inc();
    }

    void callTooLong() {
        tooLong.inc();
    }

    void agentFailed(String code) {
        agentFailures.labelValues(code).inc();
    }

    /** @param why the reason: signature or token */
    void requestRefused(String why) {
        refusedRequests.labelValues(why).inc();
    }

    /** @param ns from the end of the caller's turn, as the agent reports it, to the answer's first audio on its way to Twilio */
    void answeredAfter(long ns) {
        ttfa.observe(ns / S_NS);
    }

    /** All of them, in Prometheus' text format. */
    String text() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            WRITER.write(text, registry.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString(StandardCharsets.UTF_8);
    }
}
