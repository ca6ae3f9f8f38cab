package dev.sidetone.ui.live;

import dev.sidetone.simulator.live.E164;
import dev.sidetone.simulator.live.LiveMode;
import dev.sidetone.simulator.live.call.LiveCall;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The calls of live mode, the one of them that is in view, and the commands to them. On the FX thread. */
public final class LiveCallsModel {
    private final Supplier<LiveMode> mode;
    private final String humanNumber;
    private final ObservableList<LiveCall> all = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable LiveCall> inView = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyLongWrapper pulls = new ReadOnlyLongWrapper();
    private final StringProperty callee = new SimpleStringProperty("");
    /** The call that a person chose to see; null to follow the newest. */
    private @Nullable LiveCall chosen;

    /** @param mode supplies the live mode of the moment */
    LiveCallsModel(Supplier<LiveMode> mode, String humanNumber) {
        this.mode = mode;
        this.humanNumber = humanNumber;
    }

    /** Takes over the calls, the newest first. */
    void pull(List<LiveCall> now) {
        if (!all.equals(now)) {
            all.setAll(now);
        }
        show(chosen);
        pulls.set(pulls.get() + 1);
    }

    /** Calls the typed number, if it is one. */
    public void call() {
        if (E164.problem(callee.get()).isEmpty()) {
            mode.get().call(E164.normalized(callee.get()));
        }
    }

    /** Ends a call for both sides. */
    public void hangUp(LiveCall call) {
        mode.get().hangUp(call.callSid());
    }

    /** Transfers the other side of a call to a number, if it is one. */
    public void transfer(LiveCall call, String to) {
        if (E164.problem(to).isEmpty()) {
            mode.get().transfer(call.callSid(), E164.normalized(to));
        }
    }

    /** Brings a call into view. The newest call, or null, brings whichever is the newest from now on. */
    public void show(@Nullable LiveCall call) {
        LiveCall newest = all.isEmpty() ? null : all.get(0);
        chosen = call == null || call.equals(newest) || !all.contains(call) ? null : call;
        inView.set(chosen == null ? newest : chosen);
    }

    /** The number of calls that leaving would end. */
    public long running() {
        return all.stream().filter(call -> !call.isOver()).count();
    }

    /** Returns true where no call will change any more. */
    public boolean areComplete() {
        return all.stream().allMatch(LiveCall::isComplete);
    }

    /** The number to which callers are usually transferred; empty where none is set. */
    String humanNumber() {
        return humanNumber;
    }

    /** The calls, the newest first. */
    public ObservableList<LiveCall> all() {
        return all;
    }

    /** The call in view; null before the first. */
    public ReadOnlyObjectProperty<@Nullable LiveCall> inViewProperty() {
        return inView.getReadOnlyProperty();
    }

    /** A counter of pulls: the calls themselves may have changed with each. */
    ReadOnlyLongProperty pullsProperty() {
        return pulls.getReadOnlyProperty();
    }

    /** The number to call, as typed. */
    public StringProperty calleeProperty() {
        return callee;
    }
}
