package dev.sidetone.simulator.caller;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.device.DeviceProblem;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Adds a person's controls to a caller: keys, mute and listening in. Commands come from any thread; the line thread carries them out at its
 * next tick.
 */
public final class ControllableCaller implements Caller {
    private final Caller caller;
    private final @Nullable MixingSpeaker tones;
    private final boolean listensIn;
    private final Queue<Character> keys = new ConcurrentLinkedQueue<>();
    private volatile boolean muted;

    // Used on the line thread only.
    private @Nullable MutingHandset muting;
    private LineFrame heard = LineFrame.SILENCE;
    private boolean speakerFailed;

    private ControllableCaller(Caller caller, @Nullable MixingSpeaker tones, boolean listensIn) {
        this.caller = caller;
        this.tones = tones;
        this.listensIn = listensIn;
    }

    /** Wraps a caller that plays the agent's voice itself; {@code tones} also plays the key tones, null without a speaker. */
    public static ControllableCaller speaking(Caller caller, @Nullable MixingSpeaker tones) {
        return new ControllableCaller(caller, tones, false);
    }

    /** Wraps a caller that plays nothing: {@code speaker} plays both voices and is closed with the call. Null: nobody listens. */
    public static ControllableCaller monitored(Caller caller, @Nullable MixingSpeaker speaker) {
        return new ControllableCaller(caller, speaker, true);
    }

    /** Presses a key, one of 0-9, * and #. Any thread. */
    public void press(char digit) {
        keys.add(digit);
    }

    /** Mutes or unmutes the caller from the next tick on. Any thread. */
    public void mute(boolean silent) {
        muted = silent;
    }

    /** Returns whether the caller is muted. Any thread. */
    public boolean isMuted() {
        return muted;
    }

    @Override
    public void answered(Handset handset) {
        MutingHandset made = new MutingHandset(handset);
        muting = made;
        caller.answered(made);
    }

    @Override
    public void streamStarted() {
        caller.streamStarted();
    }

    @Override
    public void ear(LineFrame frame) {
        heard = frame;
        caller.ear(frame);
    }

    @Override
    public LineFrame mouth() {
        MutingHandset phone = muting;
        if (phone == null) {
            return caller.mouth();
        }
        for (Character key = keys.poll(); key != null; key = keys.poll()) {
            press(phone, key);
        }
        phone.begin(muted);
        LineFrame said = phone.pass(caller.mouth());
        monitor(phone, said);
        return said;
    }

    @Override
    public void hungUp() {
        caller.hungUp();
        if (listensIn && tones != null) {
            tones.close();
        }
    }

    @Override
    public boolean knowsItsEdges() {
        return caller.knowsItsEdges();
    }

    @Override
    public long clockCorrections() {
        return caller.clockCorrections();
    }

    private void press(MutingHandset phone, char key) {
        phone.press(key);
        if (tones != null) {
            tones.press(key);
        }
    }

    /** Plays both voices. This speaker is not part of the measured call, so its clock corrections do not count. */
    private void monitor(MutingHandset phone, LineFrame said) {
        if (!listensIn || tones == null || speakerFailed) {
            return;
        }
        tones.play(heard, said);
        DeviceProblem problem = tones.problem();
        if (problem != null) {
            speakerFailed = true;
            phone.note(problem.getMessage() + " The call goes on without sound.");
        }
    }
}
