package dev.sidetone.simulator.line.fault;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FactSink;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Injects the faults of one call: changes the caller's sound, decides which messages are held back or lost and when the connection drops,
 * and reports each fault as a fact when it begins and ends. Time counts from the first stream's start; before that there is no fault. The
 * result depends on the seed and the ticks and on nothing else. Owned by its call, on the line thread.
 */
public final class FaultInjector {
    /** Keeps the faults' random numbers apart from those that make SIDs: a fault changes nothing but what it is meant to. */
    private static final long SALT = 0x6d69736368696566L;

    private final FactSink facts;
    private final List<FaultWindow> windows;
    private final SoundFaults sound;
    private final SendTimes times;
    private final BitSet begun = new BitSet();
    private final BitSet ended = new BitSet();
    private boolean dropping;
    private @Nullable Long startNs;

    public FaultInjector(LineFaults faults, long seed, FactSink facts) {
        Random random = new Random(seed ^ SALT);
        this.facts = facts;
        this.windows = new ArrayList<>(FaultWindow.of(faults, random));
        this.times = new SendTimes(windows, random.nextLong());
        this.sound = new SoundFaults(windows, random);
    }

    /** A stream's {@code start} went out; only the first counts. */
    public void started(long nowNs) {
        if (startNs == null) {
            startNs = nowNs;
        }
    }

    /** Injects a further fault from {@code nowNs} on; before the first stream's start it begins with it. One of webhooks changes nothing. */
    public void inject(LineFault fault, long nowNs) {
        FaultWindow window = FaultWindow.at(fault, startNs == null ? 0 : nowNs - startNs);
        windows.add(window);
        times.add(window);
        sound.add(window);
    }

    /** Carries one tick of an open stream: reports faults that begin and end, and returns the caller's frame as the server will hear it. */
    public LineFrame carry(LineFrame said, LineFrame heard, long deadlineNs) {
        if (windows.isEmpty()) {
            return said;
        }
        long ns = sinceStart(deadlineNs);
        for (int i = 0; i < windows.size(); i++) {
            report(i, ns);
        }
        return sound.carry(said, heard, ns);
    }

    /** Whether the frame of this tick is missing, or the last before a drop that {@link #drops} has still to report. */
    public boolean loses(long deadlineNs) {
        return dropping || losesFrames(sinceStart(deadlineNs));
    }

    /** Returns whether the connection was lost in the tick that was carried last; each drop once. */
    public boolean drops() {
        boolean now = dropping;
        dropping = false;
        return now;
    }

    /** The time at which the frame of a tick is written to the socket: its deadline on a good line. */
    public long frameDueNs(long tick, long deadlineNs) {
        return startNs == null ? deadlineNs : startNs + times.frameDueNs(tick, deadlineNs - startNs);
    }

    /** The time at which any other message of now is written to the socket. */
    public long dueNs(long nowNs) {
        return startNs == null ? nowNs : startNs + times.dueNs(nowNs - startNs);
    }

    private void report(int place, long ns) {
        FaultWindow window = windows.get(place);
        if (ns >= window.beginNs() && !begun.get(place)) {
            begun.set(place);
            dropping |= window.fault() instanceof StreamFault fault && fault.dropsConnection();
            facts.add(new Fact.FaultBegan(reportedNs(window.beginNs(), ns), window.text()));
        }
        if (ns >= window.endNs() && window.endNs() > window.beginNs() && !ended.get(place)) {
            ended.set(place);
            facts.add(new Fact.FaultEnded(reportedNs(window.endNs(), ns), window.text()));
        }
    }

    /** The moment itself if it lies in this tick; one that passed while no stream was open is seen now. */
    private long reportedNs(long momentNs, long ns) {
        long sinceNs = ns - momentNs < LineFrame.NS ? momentNs : ns;
        return startNs == null ? sinceNs : startNs + sinceNs;
    }

    private boolean losesFrames(long ns) {
        for (FaultWindow window : windows) {
            if (window.fault() instanceof StreamFault fault && fault.losesFrames() && window.holds(ns)) {
                return true;
            }
        }
        return false;
    }

    private long sinceStart(long atNs) {
        return startNs == null ? Long.MIN_VALUE : atNs - startNs;
    }
}
