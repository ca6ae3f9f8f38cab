package dev.sidetone.ui.live;

import dev.sidetone.simulator.live.LiveMode;
import dev.sidetone.simulator.live.LivePhase;
import dev.sidetone.simulator.live.LiveRequest;
import dev.sidetone.simulator.live.LiveState;
import dev.sidetone.simulator.live.number.Leftover;
import dev.sidetone.simulator.live.number.SelectableNumber;
import dev.sidetone.simulator.phone.AgentMenu.Offer;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * The state of live mode as the window shows it, and its commands. On the FX thread; {@link #pull} at every pulse. A {@link LiveMode}
 * serves from its beginning until it is left; the next one begins anew.
 */
public final class LiveModel {
    /** The kind of calls that the window shows. */
    public enum Place {
        SIMULATED,
        LIVE
    }

    private final Supplier<LiveMode> modes;
    private final ObservableValue<Offer> agent;
    private final ObjectProperty<Place> place = new SimpleObjectProperty<>(Place.SIMULATED);
    private final String usualNumber;
    private final StringProperty publicUrl;
    private final BooleanBinding beginnable;
    private final BooleanBinding usable;
    private final ObjectProperty<@Nullable SelectableNumber> number = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<LiveState> state = new ReadOnlyObjectWrapper<>(LiveState.off());
    private final ReadOnlyObjectWrapper<@Nullable Trouble> unrestored = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper waiting = new ReadOnlyStringWrapper("");
    private final BooleanProperty clearsLeftover = new SimpleBooleanProperty();
    private final BooleanProperty keepsLeftover = new SimpleBooleanProperty();
    private final LiveCallsModel calls;
    /** True once this live mode has looked for numbers that an earlier one left. */
    private boolean notesRead;
    /** Read on the FX thread; closed on the thread that ends the process. */
    private volatile LiveMode mode;

    private @Nullable LeavingTask leaving;
    private final ReadOnlyBooleanWrapper puttingBack = new ReadOnlyBooleanWrapper();
    private @Nullable CompletableFuture<Void> putBack;

    /**
     * The model of a live mode that is off.
     *
     * @param modes creates a live mode
     * @param agent the chosen agent
     * @param defaults the settings' values for the fields
     */
    public LiveModel(Supplier<LiveMode> modes, ObservableValue<Offer> agent, LiveDefaults defaults) {
        this.modes = modes;
        this.agent = agent;
        this.calls = new LiveCallsModel(() -> mode, defaults.humanNumber());
        this.publicUrl = new SimpleStringProperty(defaults.publicUrl());
        this.beginnable = Bindings.createBooleanBinding(
                () -> agent.getValue().trouble() == null
                        && PublicUrlInput.problem(publicUrl.get()).isEmpty(),
                agent,
                publicUrl);
        this.usable = Bindings.createBooleanBinding(this::isUsable, number, clearsLeftover, keepsLeftover);
        this.usualNumber = defaults.number();
        this.mode = modes.get();
    }

    /** Takes over the state of live mode. */
    public void pull() {
        LeavingTask task = leaving;
        if (task != null && task.isOver()) {
            finish(task);
        }
        CompletableFuture<Void> tried = putBack;
        if (tried != null && tried.isDone()) {
            putBack = null;
            notesRead = true;
        }
        LiveState now = shown(mode.now());
        notesRead |= now.address() != null;
        if (now.unrestored() != null || notesRead) {
            unrestored.set(now.unrestored());
        }
        puttingBack.set(putBack != null);
        waiting.set(words(now.waiting()));
        if (!now.equals(state.get())) {
            state.set(now);
            keepNumber(now);
        }
        calls.pull(now.calls());
    }

    private LiveState shown(LiveState now) {
        return leaving == null
                ? now
                : new LiveState(
                        LivePhase.LEAVING,
                        now.address(),
                        now.numbers(),
                        now.inUse(),
                        now.calls(),
                        now.trouble(),
                        now.unrestored(),
                        null,
                        now.waiting());
    }

    private static String words(LiveState.@Nullable Waiting now) {
        return now == null || now.seconds() < 1 ? "" : now.words();
    }

    /** A number that was not restored stays in view until live mode begins again. */
    private void finish(LeavingTask task) {
        leaving = null;
        if (task.trouble() != null || notesRead) {
            unrestored.set(task.trouble());
        }
        notesRead = false;
        mode = modes.get();
        task.finish();
    }

    /** A number with another Sidetone's addresses needs a decision on them. */
    private boolean isUsable() {
        SelectableNumber chosen = number.get();
        return chosen != null && (chosen.leftover().isEmpty() || clearsLeftover.get() || keepsLeftover.get());
    }

    /** The chosen number stays chosen when the list is read again; the first choice is the settings' number. */
    private void keepNumber(LiveState now) {
        SelectableNumber chosen = number.get();
        number.set(now.numbers().stream()
                .filter(one -> chosen == null
                        ? one.number().equals(usualNumber)
                        : one.sid().equals(chosen.sid()))
                .findFirst()
                .orElse(null));
    }

    /** Begins, if the agent and the address have no problem. */
    public void begin() {
        if (beginnable.get()) {
            mode.begin(new LiveRequest(agent.getValue().name(), PublicUrlInput.origin(publicUrl.get()), null));
            pull();
        }
    }

    /** Lets the chosen number ring the bridge. */
    public void use() {
        SelectableNumber chosen = number.get();
        if (chosen != null && usable.get()) {
            mode.use(chosen.sid(), clearsLeftover.get() ? Leftover.CLEAR : Leftover.KEEP);
            pull();
        }
    }

    /** Restores the number's settings, to choose another. */
    public void release() {
        mode.release();
        pull();
    }

    /** Tries once more to put back a number that is not. */
    void putBack() {
        if (putBack == null && leaving == null) {
            putBack = mode.putBack();
            pull();
        }
    }

    /** Leaves live mode in any phase, and runs {@code then} on this thread at the end. */
    public void leave(Runnable then) {
        LeavingTask task = leaving;
        if (task == null) {
            task = new LeavingTask(mode);
            leaving = task;
        }
        task.then(then);
        pull();
    }

    /** Leaves live mode after the last pull, when the window has gone. Blocks until the number is restored; any thread. */
    public void close() {
        mode.close();
    }

    /** Returns true where there is nothing to leave. */
    public boolean isOff() {
        return leaving == null && mode.now().phase() == LivePhase.OFF;
    }

    /** The kind of calls that the window shows. */
    public ObjectProperty<Place> placeProperty() {
        return place;
    }

    /** The problem to show in the window's notice, or null: {@link BeginPane} shows those before a beginning. */
    public @Nullable Trouble troubleForNotice() {
        LiveState now = state.get();
        boolean shownElsewhere = now.phase().isAtRest() || now.phase() == LivePhase.LEAVING;
        if (shownElsewhere) {
            return null;
        }
        Trouble disturbed = now.disturbance() == null ? unrestored.get() : now.disturbance();
        return now.trouble() == null ? disturbed : now.trouble();
    }

    /** The chosen agent. */
    ObservableValue<Offer> agentProperty() {
        return agent;
    }

    /** True where {@link #begin} would begin. */
    BooleanBinding beginnableBinding() {
        return beginnable;
    }

    /** The public address as typed; empty to search for one. */
    public StringProperty publicUrlProperty() {
        return publicUrl;
    }

    /** The chosen number, or null. */
    public ObjectProperty<@Nullable SelectableNumber> numberProperty() {
        return number;
    }

    public ReadOnlyObjectProperty<LiveState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The reason for which the number could not be restored the last time, or null. */
    public ReadOnlyObjectProperty<@Nullable Trouble> unrestoredProperty() {
        return unrestored.getReadOnlyProperty();
    }

    /** True while {@link #putBack} tries. */
    ReadOnlyBooleanProperty puttingBackProperty() {
        return puttingBack.getReadOnlyProperty();
    }

    /** What leaving waits for, with the seconds so far; empty in the first second. */
    ReadOnlyStringProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /** True where {@link #use} would use the chosen number. */
    BooleanBinding usableBinding() {
        return usable;
    }

    /** True where another Sidetone's addresses on the number are to be empty at the end. */
    BooleanProperty clearsLeftoverProperty() {
        return clearsLeftover;
    }

    /** True where another Sidetone's addresses on the number are to be put back at the end. */
    BooleanProperty keepsLeftoverProperty() {
        return keepsLeftover;
    }

    /** The calls of live mode. */
    public LiveCallsModel calls() {
        return calls;
    }
}
