package dev.sidetone.simulator.report;

import dev.sidetone.simulator.scenario.Checked;
import dev.sidetone.simulator.scenario.PlayedCall;
import dev.sidetone.simulator.scenario.PlayedScenario;
import dev.sidetone.simulator.scenario.Scenario;
import dev.sidetone.simulator.scenario.Verdict;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.Kept;
import dev.sidetone.simulator.timeline.CallResult.ReportedFinding;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FakeCall;
import dev.sidetone.simulator.timeline.Severity;
import dev.sidetone.simulator.timeline.Spool;
import java.nio.file.Path;
import java.util.List;

/** Played scenarios worth reporting on. */
final class SampleRuns {
    static final Path FILE = Path.of("scenarios/yields.yaml");
    static final Checked HELD = new Checked(1, "hear: agent, within: 1500ms", "audible after 101.0 ms", 101.0, true);
    static final Checked LATE = new Checked(4, "hear: agent, within: 900ms", "audible after 1140.0 ms", 8340.0, false);
    static final Checked BUSY =
            new Checked(6, "expect: silence: 400ms", "this machine was too busy to measure it", 6000.0, null);

    private SampleRuns() {}

    static Scenario scenario(String name, Path file) {
        return new Scenario(name, file, Scenario.Dialled.USUAL, Scenario.Line.CLEAR, List.of(), Scenario.Whole.NOTHING);
    }

    /** A call with a barge-in and two answered turns, of 720 and 1140 ms, and without a finding that counts. */
    static CallResult demo() {
        return SampleCalls.demo(timeline()).hangsUpAt(14020);
    }

    /** A call with findings, an agent that does not yield and a turn without an answer. */
    static CallResult troubled() {
        return SampleCalls.troubled(timeline()).hangsUpAt(16000);
    }

    /** A call whose {@code turns} are each answered at the first tick {@code delayMs} after the caller's end. */
    static CallResult answering(int turns, double delayMs) {
        FakeCall call = FakeCall.into(timeline());
        for (int turn = 0; turn < turns; turn++) {
            call.at(1000 + 4000 * turn).callerSpeaks(400);
            call.at(1400 + delayMs + 4000 * turn).agentSends(300);
        }
        return call.hangsUpAt(1000 + 4000 * turns);
    }

    /** A call that nobody answered. */
    static CallResult unreached() {
        CallTimeline timeline = timeline();
        timeline.add(new Fact.CallEnded(5, EndedBy.FAULT, "the webhook failed"));
        return timeline.close(6)
                .withFindings(List.of(new ReportedFinding(
                        "11205", Severity.ERROR, "Nobody listens at 127.0.0.1:3979.", null, null, "Start it.")));
    }

    private static CallTimeline timeline() {
        return new CallTimeline("0.1.0", Spool.NONE);
    }

    static PlayedScenario played(Verdict verdict, String against, PlayedCall... calls) {
        return new PlayedScenario(
                scenario("yields to an interruption", FILE), against, List.of(calls), List.of(), verdict);
    }

    static PlayedScenario passed() {
        return played(Verdict.PASSED, "practice", new PlayedCall(demo(), List.of(HELD)));
    }

    /** Three calls: one as it should be, one too late, one too late and with something that could not be judged. */
    static PlayedScenario failed() {
        CallResult kept = demo().withRecording(new Kept(true, "calls/2026-01-31T12-00-00Z-CA1", null));
        return played(
                Verdict.FAILED,
                "fake-gemini",
                new PlayedCall(demo(), List.of(HELD)),
                new PlayedCall(kept, List.of(HELD, LATE)),
                new PlayedCall(troubled(), List.of(LATE, BUSY)));
    }

    static PlayedScenario notRun() {
        return played(Verdict.NOT_RUN, "http://localhost:3000/voice");
    }
}
