package dev.sidetone.ui.talk;

import dev.sidetone.simulator.phone.Interjection;
import dev.sidetone.simulator.phone.PhoneState;
import dev.sidetone.simulator.phone.PhoneState.Phase;
import dev.sidetone.simulator.phone.Softphone;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * The buttons for words in between, and push-to-talk: while that is on, the caller is muted unless the key is held. On the FX thread;
 * {@link #pull} runs at every pulse.
 */
public final class TalkModel {
    private final Softphone phone;
    private final BooleanProperty pushToTalk = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper held = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper inCall = new ReadOnlyBooleanWrapper();

    public TalkModel(Softphone phone) {
        this.phone = phone;
        pushToTalk.addListener((property, before, now) -> {
            held.set(false);
            phone.startMuted(now);
            phone.mute(now);
        });
    }

    /** Updates from the phone; the key is let go with the call. */
    public void pull() {
        PhoneState now = phone.now();
        inCall.set(now.phase() == Phase.IN_CALL
                && now.call() != null
                && !now.call().isWatched());
        if (!inCall.get()) {
            held.set(false);
        }
    }

    /** Makes the caller say it, if there is a call. */
    public void say(Interjection what) {
        phone.interject(what);
    }

    /** Holds the key to talk down, or lets it go, which always mutes. Nothing happens without push-to-talk. */
    public void hold(boolean down) {
        boolean talks = down && pushToTalk.get() && inCall.get();
        if (talks != held.get()) {
            held.set(talks);
            phone.mute(!talks);
        }
    }

    /** Ends push-to-talk: who unmutes for good no longer holds a key. */
    public void end() {
        pushToTalk.set(false);
    }

    /** Whether the caller is muted unless the key is held. */
    public BooleanProperty pushToTalkProperty() {
        return pushToTalk;
    }

    /** Whether the key is held. */
    public ReadOnlyBooleanProperty heldProperty() {
        return held.getReadOnlyProperty();
    }

    /** Whether there is a call in which something can be said. */
    public ReadOnlyBooleanProperty inCallProperty() {
        return inCall.getReadOnlyProperty();
    }
}
