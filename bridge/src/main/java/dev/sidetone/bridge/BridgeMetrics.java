package dev.sidetone.bridge;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** What a bridge counts, as Prometheus reads it (text format 0.0.4). Counted on every event loop at once. */
final class BridgeMetrics {
    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final String CONTROL_FAILURES = "sidetone_call_control_failures_total";

    /** Upper bounds in ms: close together where people notice. */
    private static final long[] TTFA_MS = {100, 200, 300, 400, 500, 600, 800, 1_000, 1_500, 2_000, 3_000, 5_000};

    private static final long MS_NS = 1_000_000;

    private final LongAdder calls = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder bargeIns = new LongAdder();
    private final LongAdder controlFailures = new LongAdder();
    private final LongAdder tooLong = new LongAdder();
    private final Map<String, LongAdder> agentFailures = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> refusedRequests = new ConcurrentSkipListMap<>();
    private final LongAdder[] ttfa = new LongAdder[TTFA_MS.length + 1];
    private final LongAdder ttfaNs = new LongAdder();

    BridgeMetrics() {
        for (int i = 0; i < ttfa.length; i++) {
            ttfa[i] = new LongAdder();
        }
    }

    void callBegan() {
        calls.increment();
    }

    void callRefused() {
        refused.increment();
    }

    void bargedIn() {
        bargeIns.increment();
    }

    void controlFailed() {
        controlFailures.increment();
    }

    void callTooLong() {
        tooLong.increment();
    }

    void agentFailed(String code) {
        count(agentFailures, code);
    }

    /** @param why what was wrong with it: signature or token */
    void refused(String why) {
        count(refusedRequests, why);
    }

    private static void count(Map<String, LongAdder> kinds, String kind) {
        kinds.computeIfAbsent(kind, first -> new LongAdder()).increment();
    }

    /** From the agent's word that the caller has finished to its first audio on the way to Twilio. */
    void answeredAfter(long ns) {
        int bucket = 0;
        while (bucket < TTFA_MS.length && ns > TTFA_MS[bucket] * MS_NS) {
            bucket++;
        }
        ttfa[bucket].increment();
        ttfaNs.add(ns);
    }

    String text(int active) {
        StringBuilder text = new StringBuilder();
        metric(text, "sidetone_calls_total", "counter", "Calls whose stream was let in.", calls.sum());
        metric(text, "sidetone_calls_active", "gauge", "Calls that run now.", active);
        metric(text, "sidetone_calls_refused_total", "counter", "Calls that heard a busy line.", refused.sum());
        metric(
                text,
                "sidetone_calls_too_long_total",
                "counter",
                "Calls that lasted as long as they may.",
                tooLong.sum());
        metric(text, "sidetone_barge_ins_total", "counter", "Times a caller cut an answer off.", bargeIns.sum());
        metric(text, CONTROL_FAILURES, "counter", "REST requests that failed.", controlFailures.sum());
        kinds(text, "sidetone_agent_failures_total", "Agents that never came or gave out.", "code", agentFailures);
        kinds(text, "sidetone_refused_requests_total", "Requests and streams turned away.", "why", refusedRequests);
        histogram(text, "sidetone_ttfa_bridge_seconds");
        return text.toString();
    }

    private static void kinds(
            StringBuilder text, String name, String what, String label, Map<String, LongAdder> counts) {
        head(text, name, "counter", what);
        counts.forEach((kind, count) -> line(text, name + "{" + label + "=\"" + kind + "\"}", count.toString()));
    }

    private void histogram(StringBuilder text, String name) {
        head(
                text,
                name,
                "histogram",
                "From the end of the caller's turn, as the agent tells it, to the answer's first audio.");
        long sum = 0;
        for (int i = 0; i < ttfa.length; i++) {
            sum += ttfa[i].sum();
            String bound = i < TTFA_MS.length ? String.format(Locale.ROOT, "%.1f", TTFA_MS[i] / 1_000.0) : "+Inf";
            line(text, name + "_bucket{le=\"" + bound + "\"}", Long.toString(sum));
        }
        line(text, name + "_sum", String.format(Locale.ROOT, "%.6f", ttfaNs.sum() / 1e9));
        line(text, name + "_count", Long.toString(sum));
    }

    private static void metric(StringBuilder text, String name, String type, String what, long value) {
        head(text, name, type, what);
        line(text, name, Long.toString(value));
    }

    private static void head(StringBuilder text, String name, String type, String what) {
        text.append("# HELP ").append(name).append(' ').append(what).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(' ').append(value).append('\n');
    }
}
