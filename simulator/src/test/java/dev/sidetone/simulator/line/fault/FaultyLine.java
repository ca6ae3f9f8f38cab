package dev.sidetone.simulator.line.fault;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FactSink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/** A line with faults that ticks {@value #TICKS} times, and the sounds that go over it. */
final class FaultyLine {
    /** As unlike zero as a real clock's. */
    static final long START_NS = 9_000_000_000_000L;

    static final int TICKS = 500;

    private FaultyLine() {}

    /** A line that has started; what it reports is added to {@code facts}. */
    static FaultInjector with(List<Fact> facts, long seed, String... faults) throws InjectedFault.Unreadable {
        FaultInjector line = new FaultInjector(LineFaults.parse(faults), seed, new Facts(facts));
        line.started(START_NS);
        return line;
    }

    static long deadline(int tick) {
        return START_NS + tick * LineFrame.NS;
    }

    static List<LineFrame> carried(FaultInjector line, IntFunction<LineFrame> said, IntFunction<LineFrame> heard) {
        List<LineFrame> out = new ArrayList<>();
        for (int tick = 0; tick < TICKS; tick++) {
            out.add(line.carry(said.apply(tick), heard.apply(tick), deadline(tick)));
        }
        return out;
    }

    static List<Object> trace(FaultInjector line) {
        List<Object> trace = new ArrayList<>();
        for (int tick = 0; tick < TICKS; tick++) {
            trace.add(line.carry(tone(700, tick), LineFrame.SILENCE, deadline(tick)));
            trace.add(line.loses(deadline(tick)));
            trace.add(line.frameDueNs(tick, deadline(tick)));
        }
        return trace;
    }

    /** By how much a sine is quieter behind {@code fault}. */
    static double attenuation(String fault, double hz) throws InjectedFault.Unreadable {
        List<LineFrame> out =
                carried(with(new ArrayList<>(), 3, fault), tick -> tone(hz, tick), tick -> LineFrame.SILENCE);
        List<LineFrame> in = new ArrayList<>();
        for (int tick = 0; tick < TICKS; tick++) {
            in.add(tone(hz, tick));
        }
        return levelOfAll(in) - levelOfAll(out.subList(50, TICKS));
    }

    /** A sine of -6 dB of full scale that goes on from frame to frame. */
    static LineFrame tone(double hz, int tick) {
        short[] samples = new short[LineFrame.BYTES];
        for (int i = 0; i < samples.length; i++) {
            double seconds = (tick * (double) LineFrame.BYTES + i) / LineFrame.RATE_HZ;
            samples[i] = (short) Math.round(16_000 * Math.sin(2 * Math.PI * hz * seconds));
        }
        return LineFrame.ofPcm(samples);
    }

    static double level(LineFrame frame) {
        return levelOfAll(List.of(frame));
    }

    static double levelOfAll(List<LineFrame> frames) {
        double power = frames.stream().mapToDouble(FaultyLine::power).average().orElse(0);
        return 10 * Math.log10(power / (8159.0 * 4 * 8159 * 4 / 2)) + 3.17;
    }

    private static double power(LineFrame frame) {
        byte[] codes = frame.mulaw();
        short[] samples = new short[codes.length];
        Mulaw.decode(codes, samples);
        double[] squares = new double[samples.length];
        for (int i = 0; i < samples.length; i++) {
            squares[i] = (double) samples[i] * samples[i];
        }
        return Arrays.stream(squares).average().orElse(0);
    }

    record Facts(List<Fact> facts) implements FactSink {
        @Override
        public void add(Fact fact) {
            facts.add(fact);
        }

        @Override
        public void tick(Fact.Tick tick, LineFrame said, LineFrame heard) {
            facts.add(tick);
        }

        @Override
        public void media(Fact.MediaArrived media, byte[] mulaw) {
            facts.add(media);
        }
    }
}
