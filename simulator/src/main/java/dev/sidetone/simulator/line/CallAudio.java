package dev.sidetone.simulator.line;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.line.fault.FaultInjector;
import dev.sidetone.simulator.line.sound.CallTap;
import dev.sidetone.simulator.line.sound.Sound;
import dev.sidetone.simulator.line.sound.VoicedEdge;
import dev.sidetone.simulator.line.stream.HeardStream;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FactSink;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sound of one call, both ways: lets the caller hear the stream or what the carrier itself plays, and taps hear the caller. Owned by its
 * call, on the line thread.
 */
public final class CallAudio {
    private static final Logger LOG = LoggerFactory.getLogger(CallAudio.class);

    /** Takes a key that no stream was open to take. */
    @FunctionalInterface
    interface Keys {
        void key(char key);
    }

    private final Caller caller;
    private final FaultInjector faults;
    private final FactSink facts;
    private final Keys keys;
    private final LineHandset handset;
    private final List<CallTap> taps = new ArrayList<>();

    private @Nullable Sound sound;
    private Runnable soundOver = () -> {};
    private long clockCorrections;

    CallAudio(Caller caller, FaultInjector faults, FactSink facts, Keys keys) {
        this.caller = caller;
        this.faults = faults;
        this.facts = facts;
        this.keys = keys;
        this.handset = new LineHandset(facts);
    }

    /** Plays {@code played} to the caller, from the next tick on and in place of what is played; {@code over} runs when it was heard. */
    public void play(Sound played, Runnable over) {
        sound = played;
        soundOver = over;
    }

    /** Stops what is played; its end is not reported. */
    public void quiet() {
        sound = null;
    }

    /** Lets {@code tap} hear the call from the next tick on. */
    public void tap(CallTap tap) {
        taps.add(tap);
    }

    /** Takes {@code tap} off the call. */
    public void untap(CallTap tap) {
        taps.remove(tap);
    }

    /** Whether the caller reports where its utterances begin and end, so that taps are informed of it. */
    public boolean knowsEdges() {
        return caller.knowsItsEdges();
    }

    /** The caller is on the line. */
    void begin(long nowNs) {
        handset.tick(nowNs, nowNs);
        caller.answered(handset);
    }

    /** A stream that the caller hears has started. */
    void streamStarted() {
        caller.streamStarted();
    }

    /** Reports the end of what was played, when its last frame has been heard. */
    void endSound() {
        if (sound != null && sound.isOver()) {
            sound = null;
            soundOver.run();
        }
    }

    /** The caller hears a frame and says one. */
    void tick(@Nullable HeardStream stream, long tick, long deadlineNs, long nowNs) {
        handset.tick(deadlineNs, nowNs);
        LineFrame heard = stream != null ? stream.hear(deadlineNs, nowNs) : played();
        caller.ear(heard);
        LineFrame said = caller.mouth();
        handset.takeFaults().forEach(fault -> faults.inject(fault, deadlineNs));
        LineFrame carried = stream == null ? said : stream.send(said, heard, tick, deadlineNs);
        List<VoicedEdge> edges = handset.takeEdges();
        for (CallTap tap : List.copyOf(taps)) {
            edges.forEach(tap::edge);
            tap.tick(carried, heard, deadlineNs);
        }
        press(stream, nowNs);
        noteCorrections(nowNs);
        // The levels are those of the caller's own voice, the sound is what the line made of it.
        Fact.Tick fact = new Fact.Tick(
                deadlineNs,
                tick,
                nowNs - deadlineNs,
                said.dbm0(0),
                said.dbm0(1),
                heard.dbm0(0),
                heard.dbm0(1),
                stream == null ? 0 : stream.heardBytes(),
                stream == null ? 0 : stream.queuedBytes());
        facts.tick(fact, carried, heard);
    }

    /** Returns whether the caller wants to hang up. */
    boolean callerHangsUp() {
        return handset.wantsToHangUp();
    }

    /** The call is over. */
    void hangUp() {
        try {
            caller.hungUp();
        } catch (RuntimeException e) {
            LOG.warn("the caller broke while hanging up: {}", e.toString());
        }
    }

    private LineFrame played() {
        return sound == null || sound.isOver() ? LineFrame.SILENCE : sound.next();
    }

    private void press(@Nullable HeardStream stream, long nowNs) {
        String pressed = handset.takeKeys();
        for (int i = 0; i < pressed.length(); i++) {
            facts.add(new Fact.KeyPressed(nowNs, pressed.charAt(i)));
            if (stream != null) {
                stream.press(pressed.charAt(i));
            } else {
                keys.key(pressed.charAt(i));
            }
        }
    }

    private void noteCorrections(long nowNs) {
        long soFar = caller.clockCorrections();
        if (soFar != clockCorrections) {
            facts.add(new Fact.ClockCorrected(nowNs, soFar - clockCorrections));
            clockCorrections = soFar;
        }
    }
}
