package dev.sidetone.ui.live;

import dev.sidetone.simulator.live.call.LiveCall;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The list of live mode's calls, the newest at the top. The selected one is in view at the right. */
final class CallsPane extends VBox {
    private static final double ROW = 72;

    private final ListView<LiveCall> list;
    private final LiveCallsModel model;
    private final Consumer<Node> ask;
    private boolean selecting;

    /** @param ask shows a dialog over the window */
    CallsPane(LiveCallsModel model, Consumer<Node> ask) {
        this.model = model;
        this.ask = ask;
        getStyleClass().add("live-calls");
        Label title = new Label("Calls");
        title.getStyleClass().add("card-title");
        list = new ListView<>(model.all());
        list.setId("live-calls");
        list.setAccessibleText("Calls");
        list.setAccessibleHelp("The arrows choose the call in view, Delete hangs it up, T puts it through");
        list.setOnKeyPressed(pressed -> press(pressed.getCode()));
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new CallCell(model, this::putThrough));
        Label none = Labels.wrapped("Here come the calls, several at once if several call.", "hint");
        list.setPlaceholder(none);
        VBox.setVgrow(list, Priority.ALWAYS);
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> chosen(now));
        model.inViewProperty().subscribe(this::select);
        model.all().addListener((ListChangeListener<LiveCall>)
                change -> select(model.inViewProperty().get()));
        getChildren().addAll(title, list);
    }

    private void press(KeyCode key) {
        LiveCall call = list.getSelectionModel().getSelectedItem();
        if (call == null || call.isOver()) {
            return;
        }
        if (key == KeyCode.DELETE) {
            model.hangUp(call);
        } else if (key == KeyCode.T) {
            putThrough(call);
        }
    }

    private void putThrough(LiveCall call) {
        ask.accept(new TransferDialog(model, call));
    }

    /** A selection that the list makes itself, as calls come and go, is not a person's choice. */
    private void chosen(@Nullable LiveCall now) {
        if (!selecting && now != null) {
            model.show(now);
        }
    }

    private void select(@Nullable LiveCall call) {
        selecting = true;
        if (call == null) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().select(call);
        }
        selecting = false;
    }
}
