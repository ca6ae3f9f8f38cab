package dev.sidetone.bench;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.fixtures.Voice;
import dev.sidetone.fixtures.Voices;
import dev.sidetone.simulator.findings.Checks;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Spool;
import dev.sidetone.simulator.timeline.TimelineObserver;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Measures the CPU cost of the findings: a ten-minute call with overlapping speech runs through a timeline without and with all checks. */
public final class FindingsCost {
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final int CALL_S = 600;
    private static final int TICKS = CALL_S * 1000 / LineFrame.MS;
    private static final int ROUNDS = 5;
    private static final double LIMIT = 0.02;

    private final LineFrame[] said = new LineFrame[TICKS];
    private final LineFrame[] heard = new LineFrame[TICKS];

    private FindingsCost() {
        Arrays.fill(said, LineFrame.SILENCE);
        Arrays.fill(heard, LineFrame.SILENCE);
        List<String> names = Voices.names();
        int caller = 0;
        int agent = 60;
        for (int i = 0; caller < TICKS || agent < TICKS; i++) {
            caller = put(Voices.open(names.get(i % names.size())), said, caller) + 100;
            agent = put(Voices.open(names.get((i + 3) % names.size())), heard, agent) + 40;
        }
    }

    public static void main(String[] arguments) {
        FindingsCost call = new FindingsCost();
        long plainNs = call.bestNs(() -> TimelineObserver.Factory.NONE);
        long checkedNs = call.bestNs(Checks::forOneCall);
        double share = (checkedNs - plainNs) / 1e9 / CALL_S;
        System.out.printf(Locale.ROOT, "timeline alone   %7.1f us of CPU per second of call%n", plainNs / 1e3 / CALL_S);
        System.out.printf(
                Locale.ROOT, "with all checks  %7.1f us of CPU per second of call%n", checkedNs / 1e3 / CALL_S);
        System.out.printf(
                Locale.ROOT, "the checks       %7.3f %% of one core (at most %.0f %%)%n", 100 * share, 100 * LIMIT);
        if (share > LIMIT) {
            System.exit(1);
        }
    }

    private long bestNs(Supplier<TimelineObserver.Factory> checks) {
        long best = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            best = Math.min(best, run(checks.get()));
        }
        return best;
    }

    /** Returns the CPU time of the whole call, ns. */
    private long run(TimelineObserver.Factory checks) {
        CallTimeline timeline = new CallTimeline("bench", Spool.NONE, checks);
        long beganNs = CPU.getCurrentThreadCpuTime();
        timeline.add(new Fact.CallPlaced(0, "CA", "+1", "+2", "http://localhost/voice", Instant.EPOCH, false));
        timeline.add(new Fact.StreamStarted(0, "MZ"));
        for (int tick = 0; tick < TICKS; tick++) {
            tick(timeline, tick, (tick + 1) * LineFrame.NS);
        }
        long endNs = (TICKS + 2) * LineFrame.NS;
        timeline.add(new Fact.CallEnded(endNs, EndedBy.CALLER, "over"));
        timeline.close(endNs);
        return CPU.getCurrentThreadCpuTime() - beganNs;
    }

    private void tick(CallTimeline timeline, int tick, long atNs) {
        LineFrame mouth = said[tick];
        LineFrame ear = heard[tick];
        boolean plays = !ear.equals(LineFrame.SILENCE);
        if (plays) {
            byte[] codes = new byte[LineFrame.BYTES];
            for (int i = 0; i < codes.length; i++) {
                codes[i] = ear.code(i);
            }
            timeline.media(new Fact.MediaArrived(atNs - 1, tick + 1, codes.length), codes);
        }
        Fact.Tick fact = new Fact.Tick(
                atNs, tick, 0, mouth.dbm0(0), mouth.dbm0(1), ear.dbm0(0), ear.dbm0(1), plays ? LineFrame.BYTES : 0, 0);
        timeline.tick(fact, mouth, ear);
        timeline.add(new Fact.FrameWritten(atNs, tick, 0));
        timeline.pump(atNs);
    }

    private static int put(Voice voice, LineFrame[] lane, int from) {
        byte[] codes = new byte[voice.samples().length];
        Mulaw.encode(voice.samples(), codes);
        int at = from;
        for (int i = 0; i + LineFrame.BYTES <= codes.length && at < lane.length; i += LineFrame.BYTES) {
            lane[at++] = LineFrame.of(Arrays.copyOfRange(codes, i, i + LineFrame.BYTES));
        }
        return at;
    }
}
