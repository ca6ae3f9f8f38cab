package dev.sidetone.ui.inbound;

import dev.sidetone.simulator.phone.IncomingCall;
import dev.sidetone.simulator.phone.IncomingCalls;
import dev.sidetone.simulator.phone.RestAccess;
import dev.sidetone.simulator.phone.Softphone;
import dev.sidetone.simulator.rig.CallerChoice;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** The calls of servers: the switch that accepts them, the one that rings, and the commands. On the FX thread; {@link #pull} at every pulse. */
public final class InboundModel {
    private final IncomingCalls calls;
    private final Supplier<CallerChoice> caller;
    private final BooleanProperty accepting = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable IncomingCall> ringing = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable RestAccess> access = new ReadOnlyObjectWrapper<>();

    /** {@code caller} is who would be on the phone now; {@code phone} has not begun. */
    public InboundModel(Softphone phone, Supplier<CallerChoice> caller) {
        this.calls = new IncomingCalls(phone);
        this.caller = caller;
    }

    /** Updates from the phone. */
    public void pull() {
        calls.accept(accepting.get() ? caller.get() : null);
        access.set(calls.access());
        ringing.set(calls.ringing());
    }

    /** Picks up. */
    public void answer() {
        calls.answer();
        pull();
    }

    /** Does not pick up: the number is busy. */
    public void decline() {
        calls.decline();
        pull();
    }

    /** Lets the voicemail pick up. */
    public void toVoicemail() {
        calls.toVoicemail();
    }

    /** Whether the window rings for a call; otherwise the demo caller picks up, unseen. */
    public BooleanProperty acceptingProperty() {
        return accepting;
    }

    /** The call that rings, or null. */
    public ReadOnlyObjectProperty<@Nullable IncomingCall> ringingProperty() {
        return ringing.getReadOnlyProperty();
    }

    /** The REST API through which servers call; null before the phone has started. */
    public ReadOnlyObjectProperty<@Nullable RestAccess> accessProperty() {
        return access.getReadOnlyProperty();
    }
}
