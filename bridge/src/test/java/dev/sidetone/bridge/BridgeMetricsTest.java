package dev.sidetone.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BridgeMetricsTest {
    private static final long MS_NS = 1_000_000;

    private final BridgeMetrics metrics = new BridgeMetrics(() -> 3);

    @Test
    void allMetricsAreThereBeforeTheFirstCall() {
        assertThat(metrics.text().lines().filter(line -> !line.startsWith("# HELP")))
                .contains(
                        "# TYPE sidetone_calls_total counter",
                        "sidetone_calls_total 0.0",
                        "# TYPE sidetone_calls_active gauge",
                        "sidetone_calls_active 3.0",
                        "# TYPE sidetone_calls_refused_total counter",
                        "sidetone_calls_refused_total 0.0",
                        "# TYPE sidetone_calls_too_long_total counter",
                        "sidetone_calls_too_long_total 0.0",
                        "# TYPE sidetone_barge_ins_total counter",
                        "sidetone_barge_ins_total 0.0",
                        "# TYPE sidetone_call_control_failures_total counter",
                        "sidetone_call_control_failures_total 0.0",
                        "# TYPE sidetone_ttfa_bridge_seconds histogram",
                        "sidetone_ttfa_bridge_seconds_bucket{le=\"+Inf\"} 0",
                        "sidetone_ttfa_bridge_seconds_count 0",
                        "sidetone_ttfa_bridge_seconds_sum 0.0");
    }

    @Test
    void countersWithALabelAppearWithTheirFirstValue() {
        assertThat(metrics.text()).doesNotContain("sidetone_agent_failures_total");
        metrics.agentFailed("agent-died");
        metrics.agentFailed("agent-died");
        metrics.requestRefused("token");
        assertThat(metrics.text().lines())
                .contains(
                        "# TYPE sidetone_agent_failures_total counter",
                        "sidetone_agent_failures_total{code=\"agent-died\"} 2.0",
                        "# TYPE sidetone_refused_requests_total counter",
                        "sidetone_refused_requests_total{why=\"token\"} 1.0");
    }

    @Test
    void answersFallIntoTheBucketsThatPeopleNotice() {
        metrics.answeredAfter(300 * MS_NS);
        metrics.answeredAfter(300 * MS_NS + 1);
        metrics.answeredAfter(7_000 * MS_NS);
        assertThat(metrics.text().lines().filter(line -> line.startsWith("sidetone_ttfa_bridge_seconds_bucket")))
                .containsExactly(
                        "sidetone_ttfa_bridge_seconds_bucket{le=\"0.1\"} 0",
                        "sidetone_ttfa_bridge_seconds_bucket{le=\"0.2\"} 0",
                        "sidetone_ttfa_bridge_seconds_bucket{le=\"0.3\"} 1",
                        "sidetone_ttfa_bridge_seconds_bucket{le=\"0.4\"} 2",
                        "sidetone_ttfa_bridge_seconds_bucket{le=\"0.5\"} 2",
                        "sidetone_ttfa_bridge_seconds_bucket{le=\"0.6\"} 2",
                        "sidetone_ttfa_bridge_seconds_bucket{le=\"0.8\"} 2",
                        "sidetone_ttfa_bridge_seconds_bucket{le=\"1.0\"} 2",
                        "sidetone_ttfa_bridge_seconds_bucket{le=\"1.5\"} 2",
                        "sidetone_ttfa_bridge_seconds_bucket{le=\"2.0\"} 2",
                        "sidetone_ttfa_bridge_seconds_bucket{le=\"3.0\"} 2",
                        "sidetone_ttfa_bridge_seconds_bucket{le=\"5.0\"} 2",
                        "sidetone_ttfa_bridge_seconds_bucket{le=\"+Inf\"} 3");
    }

    @Test
    void noCreatedSeriesAreAdded() {
        metrics.callBegan();
        metrics.answeredAfter(MS_NS);
        assertThat(metrics.text()).doesNotContain("_created");
    }
}
