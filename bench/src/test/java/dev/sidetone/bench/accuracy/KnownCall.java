package dev.sidetone.bench.accuracy;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.agent.AgentLog;
import dev.sidetone.simulator.agent.LineGrid;
import dev.sidetone.simulator.agent.openai.FakeOpenAi;
import dev.sidetone.simulator.score.CallerChannel;
import dev.sidetone.simulator.score.RecordingScore;
import dev.sidetone.simulator.sound.TwoChannels;
import dev.sidetone.simulator.timeline.CallResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A call written by hand: what both said, and what the agent logged of it. Its ticks fall on every 20 ms. */
final class KnownCall {
    private static final int MS = LineFrame.RATE_HZ / 1000;

    final AgentLog log = new AgentLog();
    private final List<Long> arrivals = new ArrayList<>();
    private final List<Long> late = new ArrayList<>();
    private final short[] caller = new short[20_000 * MS];
    private final short[] agent = new short[20_000 * MS];
    private int answers;

    /** The caller speaks from one ms to another; the agent gets each frame 0.3 ms after its tick, and takes 500 ms to see that it was the last. */
    KnownCall asked(int fromMs, int toMs) {
        speak(caller, fromMs, toMs, 180);
        log.callerStopped(ns(toMs + 0.3), LineFrame.BYTES, ns(toMs + 500.3));
        return this;
    }

    /** The agent writes at one moment what is heard from one ms to another. */
    KnownCall answered(double writtenMs, int fromMs, int toMs) {
        speak(agent, fromMs, toMs, 240);
        log.answerStarted("answer " + ++answers, AgentLog.Why.TURN, ns(writtenMs));
        log.answered((toMs - fromMs) * MS, ns(writtenMs));
        arrivals.add(ns(writtenMs + 0.4));
        return this;
    }

    /** Silences the agent from a moment on. */
    KnownCall silentFrom(int fromMs) {
        Arrays.fill(agent, fromMs * MS, agent.length, (short) 0);
        return this;
    }

    /** The line ran a tick late. */
    KnownCall lateAt(double ms) {
        late.add(ns(ms));
        return this;
    }

    TwoChannels sound() {
        return new TwoChannels(caller, agent);
    }

    CallResult scored() {
        return RecordingScore.of("call.wav", sound(), CallerChannel.LEFT);
    }

    /** What was reported of it is what its recording shows. */
    MeasuredCall measured() {
        PlannedCall plan = new PlannedCall(FakeOpenAi.REALTIME, 505, 1, false);
        return new MeasuredCall(plan, scored(), log, new LineGrid(0), 0, 0, arrivals, late, Path.of("call.wav"));
    }

    static long ns(double ms) {
        return Math.round(ms * 1e6);
    }

    private static void speak(short[] channel, int fromMs, int toMs, double hertz) {
        for (int i = fromMs * MS; i < toMs * MS; i++) {
            channel[i] += (short) (6_000 * Math.sin(2 * Math.PI * hertz * i / LineFrame.RATE_HZ));
        }
    }
}
