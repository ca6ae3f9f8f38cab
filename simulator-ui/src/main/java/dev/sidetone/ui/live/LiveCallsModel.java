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

/** The calls of a live mode, which of them is looked at, and what can be done with them. On the FX thread. */
public final class LiveCallsModel {
    private final Supplier<LiveMode> mode;
    private final String humanNumber;
    private final ObservableList<LiveCall> all = FXCollections.observableArrayList();
    private final Looked looked = new Looked();
    private final ReadOnlyObjectWrapper<@Nullable LiveCall> inView = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyLongWrapper pulls = new ReadOnlyLongWrapper();
    private final StringProperty callee = new SimpleStringProperty("");

    /** {@code mode} is asked for whichever there is. */
    LiveCallsModel(Supplier<LiveMode> mode, String humanNumber) {
        this.mode = mode;
        this.humanNumber = humanNumber;
    }

    void pull(List<LiveCall> now) {
        looked.at(now);
        if (!all.equals(now)) {
            all.setAll(now);
        }
        inView.set(looked.call());
        pulls.set(pulls.get() + 1);
    }

    /** Calls the number that was typed, if it is one. */
    public void call() {
        if (E164.whatIsWrongWith(callee.get()).isEmpty()) {
            mode.get().call(E164.of(callee.get()));
        }
    }

    /** Ends a call for both sides. */
    public void hangUp(LiveCall call) {
        mode.get().hangUp(call.callSid());
    }

    /** Puts a call's caller through to a number, if it is one. */
    public void transfer(LiveCall call, String to) {
        if (E164.whatIsWrongWith(to).isEmpty()) {
            mode.get().transfer(call.callSid(), E164.of(to));
        }
    }

    /** Looks at a call; at the newest: at whichever is the newest from now on. */
    public void look(@Nullable LiveCall call) {
        looked.choose(call);
        inView.set(looked.call());
    }

    /** How many would end with live mode. */
    public long running() {
        return all.stream().filter(call -> !call.isOver()).count();
    }

    /** Whether nothing of any call is still to come. */
    public boolean areComplete() {
        return all.stream().allMatch(LiveCall::isComplete);
    }

    /** Whom callers are put through to as a rule; empty if nobody said. */
    String humanNumber() {
        return humanNumber;
    }

    /** The calls, the newest first. */
    public ObservableList<LiveCall> all() {
        return all;
    }

    /** The call that is looked at; null before the first. */
    public ReadOnlyObjectProperty<@Nullable LiveCall> inViewProperty() {
        return inView.getReadOnlyProperty();
    }

    /** Rises with every pull: what the calls say of themselves may have changed. */
    ReadOnlyLongProperty pullsProperty() {
        return pulls.getReadOnlyProperty();
    }

    /** Whom to call, as it is typed. */
    public StringProperty calleeProperty() {
        return callee;
    }
}
