package dev.sidetone.ui.live;

import atlantafx.base.theme.Styles;
import dev.sidetone.simulator.live.LiveState;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import dev.sidetone.ui.fx.Css;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Covers a window that closes until the number is restored, and shows the problem where that fails. */
public final class LeavingPane extends StackPane {
    private final Label title = new Label("Putting the number back");
    private final Label what = Labels.wrapped("", "what");
    private final Label cure = Labels.wrapped("", "cure");
    private final Label waiting = Labels.wrapped("", "hint");
    private final ProgressBar progress = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    private final Button close = new Button("Close all the same");

    /** @param closed closes the window */
    public LeavingPane(LiveModel model, Runnable closed) {
        setId("leaving");
        getStyleClass().add("overlay");
        Css.load(this, LeavingPane.class);
        title.getStyleClass().add("overlay-title");
        what.setId("leaving-what");
        cure.setId("leaving-cure");
        progress.setMaxWidth(Double.MAX_VALUE);
        close.setId("leaving-close");
        close.getStyleClass().add(Styles.ACCENT);
        close.setOnAction(pressed -> closed.run());
        Button putBack = new PutBackButton(model);
        putBack.setId("leaving-put-back");
        putBack.visibleProperty().bind(close.visibleProperty());
        putBack.managedProperty().bind(putBack.visibleProperty());
        HBox answers = new HBox(putBack, close);
        answers.getStyleClass().add("answers");
        answers.setAlignment(Pos.CENTER_RIGHT);
        VBox card = new VBox(title, what, cure, progress, waiting, answers);
        card.getStyleClass().addAll("card", "overlay-card", "leaving-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().add(card);
        waiting.setId("leaving-waiting");
        waiting.textProperty().bind(model.waitingProperty());
        show(model.stateProperty().get());
        model.leave(() -> model.unrestoredProperty().subscribe(trouble -> left(trouble, closed)));
    }

    private void show(LiveState before) {
        what.setText(before.numbers().stream()
                .filter(one -> one.sid().equals(before.inUse()))
                .findFirst()
                .map(one -> one.number() + " gets back what was set before. Then the window closes.")
                .orElse("The public address is given up. Then the window closes."));
        wait(true);
    }

    private void left(@Nullable Trouble trouble, Runnable closed) {
        if (trouble == null) {
            closed.run();
            return;
        }
        title.setText("The number was not put back");
        what.setText(trouble.what());
        cure.setText(trouble.cure());
        wait(false);
        close.requestFocus();
    }

    private void wait(boolean waits) {
        cure.setVisible(!waits);
        cure.setManaged(!waits);
        progress.setVisible(waits);
        progress.setManaged(waits);
        waiting.setVisible(waits);
        waiting.setManaged(waits);
        close.setVisible(!waits);
        close.setManaged(!waits);
    }
}
