package dev.sidetone.simulator.scenario.draft;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.fixtures.ProbeKind;
import dev.sidetone.simulator.recording.Recording;
import dev.sidetone.simulator.timeline.CallFold;
import dev.sidetone.simulator.timeline.Fact;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the events of a recorded call say besides its numbers. Instants are the call's, in ms. Immutable.
 *
 * @param zeroMs the instant of the first sample of its sound
 * @param placed how the call was placed, or null
 * @param agent the agent that the embedded bridge connected to; null of a call to another server
 * @param said what was said, by {@code caller} and {@code agent}
 * @param tools the tools that the agent called, by name
 * @param probes what the caller let be heard besides turns
 * @param faults the faults that were injected into the line, as they were written
 */
record ToldFacts(
        double zeroMs,
        Fact.@Nullable CallPlaced placed,
        @Nullable String agent,
        List<Said> said,
        List<At> tools,
        List<Probe> probes,
        List<At> faults) {
    static final ToldFacts NOTHING = new ToldFacts(0, null, null, List.of(), List.of(), List.of(), List.of());

    /** Words of the call. */
    record Said(double atMs, String speaker, String words) {}

    /** A sound of the caller's side that is no turn. */
    record Probe(double startMs, double endMs, ProbeKind kind) {}

    /** Anything else with its time. */
    record At(double atMs, String what) {}

    /** Reads the events of {@code recording}. */
    static ToldFacts of(Recording recording) throws IOException {
        Reading reading = new Reading();
        recording.forEachFact(reading::take);
        return reading.told();
    }

    private static final class Reading {
        private final CallFold fold = new CallFold("");
        private final List<Fact> kept = new ArrayList<>();
        private Fact.@Nullable CallPlaced placed;
        private @Nullable String agent;
        private @Nullable Long firstTickNs;

        private void take(Fact fact) {
            fold.fold(fact);
            if (fact instanceof Fact.Tick tick) {
                firstTickNs = firstTickNs == null ? Long.valueOf(tick.atNs()) : firstTickNs;
            } else if (fact instanceof Fact.CallPlaced first) {
                placed = first;
            } else if (fact instanceof Fact.AgentReady ready) {
                agent = ready.agent();
            } else if (fact instanceof Fact.Transcribed
                    || fact instanceof Fact.ToolCalled
                    || fact instanceof Fact.ProbeStarted
                    || fact instanceof Fact.ProbeEnded
                    || fact instanceof Fact.FaultBegan) {
                kept.add(fact);
            }
        }

        private ToldFacts told() throws IOException {
            Double zeroMs = firstTickNs == null ? null : fold.atMs(firstTickNs - LineFrame.NS);
            if (zeroMs == null) {
                throw new IOException("nobody answered this call, and so nothing was said in it");
            }
            Lists lists = new Lists(fold, zeroMs);
            kept.forEach(lists::add);
            return new ToldFacts(
                    zeroMs,
                    placed,
                    agent,
                    List.copyOf(lists.said),
                    List.copyOf(lists.tools),
                    List.copyOf(lists.probes),
                    List.copyOf(lists.faults));
        }
    }

    /** The kept facts by what they tell, with their times on the call's clock. */
    private static final class Lists {
        private final CallFold clock;
        private final double zeroMs;
        private final List<Said> said = new ArrayList<>();
        private final List<At> tools = new ArrayList<>();
        private final List<Probe> probes = new ArrayList<>();
        private final List<At> faults = new ArrayList<>();
        private Fact.@Nullable ProbeStarted probe;

        private Lists(CallFold clock, double zeroMs) {
            this.clock = clock;
            this.zeroMs = zeroMs;
        }

        private void add(Fact fact) {
            if (fact instanceof Fact.Transcribed words) {
                said.add(new Said(atMs(fact.atNs()), words.speaker(), words.text()));
            } else if (fact instanceof Fact.ToolCalled called) {
                tools.add(new At(atMs(fact.atNs()), called.tool()));
            } else if (fact instanceof Fact.FaultBegan began) {
                faults.add(new At(atMs(fact.atNs()), began.fault()));
            } else if (fact instanceof Fact.ProbeStarted started) {
                probe = started;
            } else if (fact instanceof Fact.ProbeEnded ended && probe != null) {
                probes.add(new Probe(atMs(probe.startNs()), atMs(ended.endNs()), probe.kind()));
                probe = null;
            }
        }

        private double atMs(long ns) {
            Double atMs = clock.atMs(ns);
            return atMs == null ? zeroMs : atMs;
        }
    }
}
