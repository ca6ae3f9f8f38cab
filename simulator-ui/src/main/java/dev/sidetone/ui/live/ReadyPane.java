package dev.sidetone.ui.live;

import atlantafx.base.theme.Styles;
import dev.sidetone.simulator.live.LivePhase;
import dev.sidetone.simulator.live.LiveState;
import dev.sidetone.simulator.live.LiveState.ReachedAddress;
import dev.sidetone.simulator.live.number.SelectableNumber;
import dev.sidetone.simulator.report.Figures;
import dev.sidetone.ui.fx.ElidedLabel;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/** The number that rings the bridge, for a person to call, and the button that puts it back. */
final class ReadyPane extends VBox {
    private final LiveModel model;
    private final Label number = new Label();
    private final Node copy = new CopyButton("Copy the number", number.textProperty());
    private final Label name = new ElidedLabel("name", Styles.TEXT_MUTED);
    private final Label invitation = new ElidedLabel("invitation");
    private final Label address = new ElidedLabel("address", Styles.TEXT_MUTED);
    private final ProgressBar leaving = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    private final Button putBack = new Button("Put the number back", new FontIcon(Material2MZ.SETTINGS_BACKUP_RESTORE));

    ReadyPane(LiveModel model) {
        this.model = model;
        getStyleClass().add("ready");
        number.setId("live-number");
        number.getStyleClass().add("number");
        invitation.setId("live-invitation");
        leaving.setMaxWidth(Double.MAX_VALUE);
        leaving.setFocusTraversable(false);
        dress();
        Label waiting = Labels.wrapped("", "hint");
        waiting.setId("live-waiting");
        waiting.textProperty().bind(model.waitingProperty());
        waiting.visibleProperty().bind(waiting.textProperty().isNotEmpty());
        waiting.managedProperty().bind(waiting.visibleProperty());
        VBox actions = new VBox(leaving, waiting, putBack);
        actions.getStyleClass().add("actions");
        getChildren().addAll(numberRow(), name, invitation, address, actions);
        model.stateProperty().subscribe(this::show);
    }

    private Node numberRow() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(number, gap, copy);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void dress() {
        putBack.setId("live-put-back");
        putBack.setMaxWidth(Double.MAX_VALUE);
        putBack.setAccessibleHelp("Puts the number back as it was, to choose another; calls that run go on");
        putBack.setOnAction(pressed -> model.release());
    }

    private void show(LiveState now) {
        SelectableNumber used = now.numberInUse();
        boolean goes = now.phase() == LivePhase.LEAVING;
        boolean disturbed = now.disturbance() != null;
        number.setText(used == null ? "" : used.number());
        name.setText(used == null ? "" : used.name());
        invitation.setText(invitation(used, goes, disturbed));
        copy.setVisible(used != null);
        address.setText(address(now.address()));
        leaving.setVisible(goes);
        leaving.setManaged(goes);
        putBack.setVisible(!goes);
        putBack.setManaged(!goes);
    }

    private String invitation(@Nullable SelectableNumber used, boolean goes, boolean disturbed) {
        if (!goes && disturbed) {
            return "Calls do not arrive at the moment.";
        }
        if (!goes) {
            return "Call it now: " + model.agentProperty().getValue().title() + " answers.";
        }
        return used == null ? "The public address is given up." : "It gets back what was set before.";
    }

    private static String address(@Nullable ReachedAddress address) {
        if (address == null) {
            return "";
        }
        String host = address.origin().replaceFirst("^https://", "");
        return address.roundTripMs() == null ? host : host + ", " + Figures.wholeMs(address.roundTripMs());
    }
}
