package dev.sidetone.ui.calls;

import atlantafx.base.theme.Styles;
import dev.sidetone.ui.fx.ElidedLabel;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** Says which recorded call is in view, how far one is opened, and leads back to the call that goes on. */
public final class ViewedCallPane extends HBox {
    public ViewedCallPane(CallListModel model) {
        getStyleClass().add("viewed-call");
        setAlignment(Pos.CENTER_LEFT);
        ViewedCallModel viewed = model.viewed();
        Label recorded = new Label("recorded");
        recorded.getStyleClass().add("chip");
        recorded.setMinWidth(Region.USE_PREF_SIZE);
        Label name = new ElidedLabel("name", Styles.TEXT_MUTED);
        name.setId("viewed-call");
        name.textProperty().bind(viewed.nameProperty());
        ProgressBar progress = new ProgressBar();
        progress.setId("opening");
        progress.setAccessibleText("The recording is being opened");
        progress.progressProperty().bind(viewed.progressProperty());
        Button back = new Button("To the running call", new FontIcon(Material2AL.CALL));
        back.setId("to-running-call");
        back.getStyleClass().addAll(Styles.SMALL, Styles.ACCENT);
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setOnAction(pressed -> viewed.close());
        only(recorded, viewed.nameProperty().isNotEmpty());
        only(progress, viewed.progressProperty().greaterThanOrEqualTo(0));
        only(back, Bindings.and(model.runningProperty(), viewed.openedProperty().isNotNull()));
        getChildren().addAll(recorded, name, progress, back);
        only(
                this,
                viewed.nameProperty().isNotEmpty().or(viewed.progressProperty().greaterThanOrEqualTo(0)));
    }

    private static void only(Node node, javafx.beans.value.ObservableBooleanValue when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }
}
