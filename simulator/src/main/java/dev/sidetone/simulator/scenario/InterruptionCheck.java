package dev.sidetone.simulator.scenario;

import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import dev.sidetone.simulator.timeline.CallResult.Probe;
import org.jspecify.annotations.Nullable;

/** Judges what followed when the caller spoke over the agent, or a probe was heard, by the meters' figures. Stateless. */
final class InterruptionCheck {
    private static final double SAME_MS = 0.5;

    private InterruptionCheck() {}

    /**
     * @param onsetNs the caller's onset, or null if nothing was said
     * @param want one about a clear, silence or yielding
     */
    static Checked of(Expectation want, int step, @Nullable Long onsetNs, SteppedCall call, CallResult result) {
        Double onsetMs = onsetNs == null ? null : call.atMs(onsetNs);
        if (onsetMs == null) {
            return new Checked(step, want.text(), "the caller said nothing before", null, false);
        }
        Probe probe = result.probes().stream()
                .filter(each -> Math.abs(each.atMs() - onsetMs) < SAME_MS)
                .findFirst()
                .orElse(null);
        if (probe != null) {
            return probed(want, step, probe);
        }
        BargeIn bargeIn = result.bargeIns().stream()
                .filter(each -> Math.abs(each.onsetAtMs() - onsetMs) < SAME_MS)
                .findFirst()
                .orElse(null);
        if (bargeIn == null) {
            return new Checked(
                    step, want.text(), "the agent was not heard when the caller began to speak", onsetMs, false);
        }
        return judged(want, step, bargeIn);
    }

    private static Checked probed(Expectation want, int step, Probe probe) {
        if (!(want instanceof Expectation.Yields yields)) {
            return new Checked(step, want.text(), "it was a probe, of which yields: is expected", probe.atMs(), false);
        }
        if (!probe.whileAgentSpoke()) {
            return new Checked(step, want.text(), "the agent was not heard when the probe began", probe.atMs(), false);
        }
        Boolean yielded = probe.yielded();
        String got = yielded == null
                ? "the agent fell silent, too near the answer's end to tell whether it gave way"
                : yielded ? "the agent stopped for it within a second" : "the agent talked on";
        Boolean held = yielded == null ? null : (Boolean) (yielded == yields.yields());
        return new Checked(step, want.text(), got, probe.atMs(), held);
    }

    private static Checked judged(Expectation want, int step, BargeIn bargeIn) {
        if (want instanceof Expectation.Clear clear) {
            Double ms = bargeIn.clearMs();
            String got = ms == null ? "no clear came" : "a clear came after " + ScenarioJudge.ms(ms);
            return at(want, step, bargeIn, ms, got, ms != null && ms <= clear.mostMs());
        }
        if (want instanceof Expectation.Silence silence) {
            Double ms = bargeIn.silenceMs();
            String got = ms == null ? "the agent talked on" : "silent after " + ScenarioJudge.ms(ms);
            return at(want, step, bargeIn, ms, got, ms != null && ms <= silence.mostMs());
        }
        if (want instanceof Expectation.Yields yields) {
            return yields(yields, step, bargeIn);
        }
        throw new IllegalArgumentException("not about an interruption: " + want);
    }

    private static Checked yields(Expectation.Yields want, int step, BargeIn bargeIn) {
        Boolean yielded = bargeIn.yielded();
        Double silenceMs = bargeIn.silenceMs();
        String silent =
                silenceMs == null ? "the agent talked on" : "the agent was silent after " + ScenarioJudge.ms(silenceMs);
        String got = yielded == null ? silent + ", too near the answer's end to tell whether it gave way" : silent;
        Boolean held = yielded == null ? null : (Boolean) (yielded == want.yields());
        return at(want, step, bargeIn, silenceMs, got, held);
    }

    private static Checked at(
            Expectation want, int step, BargeIn bargeIn, @Nullable Double afterMs, String got, @Nullable Boolean held) {
        return new Checked(step, want.text(), got, bargeIn.onsetAtMs() + (afterMs == null ? 0 : afterMs), held);
    }
}
