package dev.sidetone.ui.live;

import dev.sidetone.simulator.live.LiveMode;
import dev.sidetone.simulator.live.LivePhase;
import dev.sidetone.simulator.live.LiveRequest;
import dev.sidetone.simulator.live.LiveState;
import dev.sidetone.simulator.live.LiveState.OwnNumber;
import dev.sidetone.simulator.phone.AgentMenu.Offer;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * Live mode as it is shown, and its commands. On the FX thread; {@link #pull} at every pulse. A live mode is good from its beginning until
 * it is left; the next one begins afresh.
 */
public final class LiveModel {
    /** Where the calls are that the window shows. */
    public enum Place {
        SIMULATED,
        LIVE
    }

    private final Supplier<LiveMode> modes;
    private final ObservableValue<Offer> agent;
    private final ObjectProperty<Place> place = new SimpleObjectProperty<>(Place.SIMULATED);
    private final String usual;
    private final StringProperty publicUrl;
    private final BooleanBinding beginnable;
    private final ObjectProperty<@Nullable OwnNumber> number = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<LiveState> state = new ReadOnlyObjectWrapper<>(LiveState.off());
    private final ReadOnlyObjectWrapper<@Nullable Trouble> left = new ReadOnlyObjectWrapper<>();
    private final LiveCallsModel calls;
    /** Asked on the FX thread, closed on whichever ends the process. */
    private volatile LiveMode mode;

    private @Nullable LeavingTask departure;

    /**
     * A live mode that is off.
     *
     * @param modes makes one, which is off
     * @param agent the one that is chosen
     * @param hints what need not be typed
     */
    public LiveModel(Supplier<LiveMode> modes, ObservableValue<Offer> agent, LiveDefaults hints) {
        this.modes = modes;
        this.agent = agent;
        this.calls = new LiveCallsModel(() -> mode, hints.humanNumber());
        this.publicUrl = new SimpleStringProperty(hints.publicUrl());
        this.beginnable = Bindings.createBooleanBinding(
                () -> agent.getValue().trouble() == null
                        && PublicUrlInput.whatIsWrongWith(publicUrl.get()).isEmpty(),
                agent,
                publicUrl);
        this.usual = hints.number();
        this.mode = modes.get();
    }

    /** Takes over how things stand. */
    public void pull() {
        LeavingTask going = departure;
        if (going != null && going.isOver()) {
            arrive(going);
        }
        LiveState now = shown(mode.now());
        if (!now.equals(state.get())) {
            state.set(now);
            keepNumber(now);
        }
        calls.pull(now.calls());
    }

    private LiveState shown(LiveState now) {
        return departure == null
                ? now
                : new LiveState(
                        LivePhase.LEAVING, now.address(), now.numbers(), now.inUse(), now.calls(), now.trouble());
    }

    /** The number put back, or not; what went wrong stays to be read until somebody begins again. */
    private void arrive(LeavingTask gone) {
        departure = null;
        left.set(gone.trouble());
        mode = modes.get();
        gone.arrive();
    }

    /** A number that is chosen stays so when the list is read anew; at first it is the settings' own. */
    private void keepNumber(LiveState now) {
        OwnNumber chosen = number.get();
        number.set(now.numbers().stream()
                .filter(one ->
                        chosen == null ? one.number().equals(usual) : one.sid().equals(chosen.sid()))
                .findFirst()
                .orElse(null));
    }

    /** Begins, if nothing is wrong with the agent and the address. */
    public void begin() {
        if (beginnable.get()) {
            left.set(null);
            mode.begin(new LiveRequest(agent.getValue().name(), PublicUrlInput.of(publicUrl.get()), null));
            pull();
        }
    }

    /** Lets the number that is chosen ring here. */
    public void use() {
        OwnNumber chosen = number.get();
        if (chosen != null) {
            mode.use(chosen.sid());
            pull();
        }
    }

    /** Puts the number back, to choose another. */
    public void release() {
        mode.release();
        pull();
    }

    /** Leaves live mode from wherever it is, and runs {@code then} on this thread when that is done. */
    public void leave(Runnable then) {
        LeavingTask going = departure;
        if (going == null) {
            left.set(null);
            going = new LeavingTask(mode);
            departure = going;
        }
        going.then(then);
        pull();
    }

    /** Waits until the number is put back, when the window has gone; for any thread, after the last pull. */
    public void close() {
        mode.close();
    }

    /** Whether there is nothing to leave. */
    public boolean isOff() {
        return departure == null && mode.now().phase() == LivePhase.OFF;
    }

    /** What the window shows. */
    public ObjectProperty<Place> placeProperty() {
        return place;
    }

    /** What is wrong while a number is chosen or rings here, or null; what is wrong before that is told where live mode is begun. */
    public @Nullable Trouble troubleElsewhere() {
        LiveState now = state.get();
        boolean told = LivePane.BEFORE.contains(now.phase()) || now.phase() == LivePhase.LEAVING;
        return told ? null : now.trouble();
    }

    /** Who answers. */
    ObservableValue<Offer> agentProperty() {
        return agent;
    }

    /** Whether {@link #begin} would begin. */
    BooleanBinding beginnableBinding() {
        return beginnable;
    }

    /** The address as it is typed; empty to look for one. */
    public StringProperty publicUrlProperty() {
        return publicUrl;
    }

    /** The number that is chosen, or null. */
    public ObjectProperty<@Nullable OwnNumber> numberProperty() {
        return number;
    }

    public ReadOnlyObjectProperty<LiveState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Why the number could not be put back the last time, or null. */
    public ReadOnlyObjectProperty<@Nullable Trouble> leftProperty() {
        return left.getReadOnlyProperty();
    }

    /** Its calls. */
    public LiveCallsModel calls() {
        return calls;
    }
}
