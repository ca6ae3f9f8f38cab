package dev.sidetone.simulator.caller;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.device.DeviceProblem;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * A caller with a person beside it who presses keys, mutes it and may listen in. The person's threads leave their wishes here; the line
 * thread takes them up at its next tick.
 */
public final class ControllableCaller implements Caller {
    private final Caller caller;
    private final @Nullable MixingSpeaker tones;
    private final boolean listensIn;
    private final Queue<Character> keys = new ConcurrentLinkedQueue<>();
    private volatile boolean muted;

    // The line thread's own.
    private @Nullable MutingHandset gate;
    private LineFrame heard = LineFrame.SILENCE;
    private boolean speakerFailed;

    private ControllableCaller(Caller caller, @Nullable MixingSpeaker tones, boolean listensIn) {
        this.caller = caller;
        this.tones = tones;
        this.listensIn = listensIn;
    }

    /** A caller who plays what it hears itself; {@code tones} is where, or null without a speaker. */
    public static ControllableCaller speaking(Caller caller, @Nullable MixingSpeaker tones) {
        return new ControllableCaller(caller, tones, false);
    }

    /** A caller without ears of its own: both voices are played to {@code speaker}, which goes with the call. Null: nobody listens. */
    public static ControllableCaller overheard(Caller caller, @Nullable MixingSpeaker speaker) {
        return new ControllableCaller(caller, speaker, true);
    }

    /** Presses a key, one of 0-9, * and #. Any thread. */
    public void press(char digit) {
        keys.add(digit);
    }

    /** From the next tick on the caller is silent, or heard again. Any thread. */
    public void mute(boolean silent) {
        muted = silent;
    }

    /** Whether the caller is muted. Any thread. */
    public boolean isMuted() {
        return muted;
    }

    @Override
    public void answered(Handset handset) {
        MutingHandset made = new MutingHandset(handset);
        gate = made;
        caller.answered(made);
    }

    @Override
    public void ear(LineFrame frame) {
        heard = frame;
        caller.ear(frame);
    }

    @Override
    public LineFrame mouth() {
        MutingHandset phone = gate;
        if (phone == null) {
            return caller.mouth();
        }
        for (Character key = keys.poll(); key != null; key = keys.poll()) {
            press(phone, key);
        }
        phone.begin(muted);
        LineFrame said = phone.pass(caller.mouth());
        overhear(phone, said);
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

    /** The speaker of somebody who only listens in has no part in what is measured, so its clock is not the call's. */
    private void overhear(MutingHandset phone, LineFrame said) {
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
