package dev.sidetone.simulator.caller;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.device.DeviceProblem;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Adds a person's controls to a caller: keys, mute, words in between and listening in. Commands come from any thread; the line thread carries
 * them out at its next tick.
 */
public final class ControllableCaller implements Caller {
    private final Caller caller;
    private final @Nullable MixingSpeaker tones;
    private final boolean listensIn;
    private final Queue<Character> keys = new ConcurrentLinkedQueue<>();
    private final Queue<DeviceChange> changes = new ConcurrentLinkedQueue<>();
    private final boolean scripted;
    private final Interjections interjections;
    private volatile boolean muted;

    // Used on the line thread only.
    private @Nullable MutingHandset muting;
    private @Nullable Handset between;
    private LineFrame heard = LineFrame.SILENCE;
    private boolean speakerFailed;
    private boolean mutingReported;

    private record DeviceChange(String kind, String device) {}

    private ControllableCaller(Caller caller, @Nullable MixingSpeaker tones, boolean listensIn) {
        this.caller = caller;
        this.tones = tones;
        this.listensIn = listensIn;
        this.scripted = caller.knowsItsEdges();
        this.interjections = new Interjections(scripted);
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

    /** Reports with the next tick that another device of that kind is in use; an empty name is the machine's default. Any thread. */
    public void deviceChanged(String kind, String device) {
        changes.add(new DeviceChange(kind, device));
    }

    /** Mutes or unmutes the caller from the next tick on. Any thread. */
    public void mute(boolean silent) {
        muted = silent;
    }

    /** Returns whether the caller is muted. Any thread. */
    public boolean isMuted() {
        return muted;
    }

    /**
     * Says {@code clip} at the next tick in place of the caller's own sound, also of a muted caller's; a caller with a script first finishes the words
     * that it is saying, and goes on with its script after the agent's answer. Any thread.
     */
    public void interject(Clip clip) {
        interjections.add(clip);
    }

    @Override
    public void answered(Handset handset) {
        MutingHandset made = new MutingHandset(handset);
        muting = made;
        between = scripted ? handset : new TurnlessHandset(handset);
        caller.answered(made);
    }

    @Override
    public void streamStarted() {
        caller.streamStarted();
    }

    @Override
    public void ear(LineFrame frame) {
        heard = frame;
        interjections.hear(frame);
        caller.ear(frame);
    }

    @Override
    public LineFrame mouth() {
        MutingHandset phone = muting;
        Handset direct = between;
        if (phone == null || direct == null) {
            return caller.mouth();
        }
        for (Character key = keys.poll(); key != null; key = keys.poll()) {
            press(phone, key);
        }
        for (DeviceChange change = changes.poll(); change != null; change = changes.poll()) {
            phone.deviceChanged(change.kind, change.device);
        }
        reportMuting(phone);
        LineFrame interjected = interjections.next(direct, scripted && phone.isSpeaking());
        LineFrame said = interjected == null ? own(phone) : interjected;
        if (interjected != null) {
            hold(phone);
        }
        monitor(phone, said);
        return said;
    }

    private void reportMuting(MutingHandset phone) {
        if (muted != mutingReported) {
            mutingReported = !mutingReported;
            phone.muted(mutingReported);
        }
    }

    private LineFrame own(MutingHandset phone) {
        phone.begin(muted);
        return phone.pass(caller.mouth());
    }

    /** A microphone goes on in real time and is not heard; a script waits. */
    private void hold(MutingHandset phone) {
        phone.begin(true);
        if (!scripted) {
            phone.pass(caller.mouth());
        }
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
        if (!listensIn || tones == null) {
            return;
        }
        tones.play(heard, said);
        DeviceProblem problem = tones.problem();
        if (problem != null && !speakerFailed) {
            phone.note(problem.getMessage() + " The call goes on without sound.");
        }
        speakerFailed = problem != null;
    }
}
