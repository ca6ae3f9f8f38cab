package dev.sidetone.simulator.line;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.fixtures.ProbeKind;
import dev.sidetone.simulator.caller.Handset;
import dev.sidetone.simulator.line.fault.InjectedFault;
import dev.sidetone.simulator.line.fault.LineFault;
import dev.sidetone.simulator.line.sound.VoicedEdge;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FactSink;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The handset of one call: collects what the caller does in a tick. Owned by its call, on the line thread. */
final class LineHandset implements Handset {
    private static final String KEYS = "0123456789*#";

    private final FactSink facts;
    private final StringBuilder pressed = new StringBuilder();
    private final List<LineFault> faults = new ArrayList<>();
    private final List<VoicedEdge> edges = new ArrayList<>();
    private @Nullable String words;
    private long wordsNs;
    /** The probe that is under way, if words are said in it. */
    private @Nullable ProbeKind probe;

    private boolean hungUp;
    private int step;
    private long deadlineNs;
    private long nowNs;

    LineHandset(FactSink facts) {
        this.facts = facts;
    }

    /** A tick begins. */
    void tick(long tickDeadlineNs, long tickNowNs) {
        deadlineNs = tickDeadlineNs;
        nowNs = tickNowNs;
    }

    /** The keys pressed since they were last taken, in order. */
    String takeKeys() {
        if (pressed.length() == 0) {
            return "";
        }
        String keys = pressed.toString();
        pressed.setLength(0);
        return keys;
    }

    /** The faults that were wished for since they were last taken, in order. */
    List<LineFault> takeFaults() {
        if (faults.isEmpty()) {
            return List.of();
        }
        List<LineFault> wished = List.copyOf(faults);
        faults.clear();
        return wished;
    }

    /** The edges of utterances since they were last taken, in order. */
    List<VoicedEdge> takeEdges() {
        if (edges.isEmpty()) {
            return List.of();
        }
        List<VoicedEdge> taken = List.copyOf(edges);
        edges.clear();
        return taken;
    }

    boolean wantsToHangUp() {
        return hungUp;
    }

    @Override
    public void press(char digit) {
        if (KEYS.indexOf(digit) < 0) {
            throw new IllegalArgumentException("no key '" + digit + "'");
        }
        pressed.append(digit);
    }

    @Override
    public void hangUp() {
        hungUp = true;
    }

    @Override
    public void says(String text, int samples) {
        words = text;
        wordsNs = samples * LineFrame.SAMPLE_NS;
    }

    @Override
    public void speechStarts(int sample) {
        begin(sample, null);
        facts.add(new Fact.CallerStarted(nowNs, instant(sample)));
    }

    @Override
    public void speechEnds(int sample) {
        end(sample, null);
        facts.add(new Fact.CallerEnded(nowNs, instant(sample)));
    }

    @Override
    public void probeStarts(ProbeKind kind, int sample) {
        probe = words == null ? null : kind;
        if (probe != null) {
            begin(sample, probe);
        }
        facts.add(new Fact.ProbeStarted(nowNs, instant(sample), kind));
    }

    @Override
    public void probeEnds(int sample) {
        if (probe != null) {
            end(sample, probe);
            probe = null;
        }
        facts.add(new Fact.ProbeEnded(nowNs, instant(sample)));
    }

    @Override
    public void saidAll() {
        facts.add(new Fact.CallerSaidAll(nowNs));
    }

    @Override
    public void stepBegins(int number, String text) {
        step = number;
        facts.add(new Fact.StepBegan(nowNs, number, text));
    }

    @Override
    public void waitedInVain() {
        if (step > 0) {
            facts.add(new Fact.StepWaitedInVain(nowNs, step));
        }
    }

    @Override
    public void inject(String fault) {
        try {
            faults.add(InjectedFault.parse(fault).fault());
        } catch (InjectedFault.Unreadable e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    @Override
    public void muted(boolean silent) {
        facts.add(new Fact.CallerMuted(nowNs, silent));
    }

    @Override
    public void deviceChanged(String kind, String device) {
        facts.add(new Fact.DeviceChanged(nowNs, kind, device));
    }

    @Override
    public void note(String text) {
        facts.add(new Fact.Noted(nowNs, text));
    }

    private void begin(int sample, @Nullable ProbeKind kind) {
        edges.add(new VoicedEdge(instant(sample), true, words, wordsNs, kind));
        words = null;
        wordsNs = 0;
    }

    private void end(int sample, @Nullable ProbeKind kind) {
        edges.add(new VoicedEdge(instant(sample), false, null, 0, kind));
    }

    /** The frame that goes out at a deadline is the sound of the 20 ms before it. */
    private long instant(int sample) {
        return deadlineNs - LineFrame.NS + sample * LineFrame.SAMPLE_NS;
    }
}
