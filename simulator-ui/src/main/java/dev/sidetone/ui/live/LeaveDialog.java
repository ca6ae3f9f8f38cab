package dev.sidetone.ui.live;

import atlantafx.base.theme.Styles;
import dev.sidetone.ui.fx.Css;
import dev.sidetone.ui.fx.Overlay;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks whether to leave live mode while calls run. Any answer but yes lets them go on. */
public final class LeaveDialog extends Overlay {
    /**
     * Creates the dialog.
     *
     * @param running the number of calls that would end
     * @param leave runs on yes
     * @param stay runs on any other answer
     */
    public LeaveDialog(long running, Runnable leave, Runnable stay) {
        this(running, leave, stay, new boolean[1]);
    }

    private LeaveDialog(long running, Runnable leave, Runnable stay, boolean[] yes) {
        super(() -> (yes[0] ? leave : stay).run());
        setId("leave-dialog");
        Css.load(this, LeaveDialog.class);
        Label title = new Label(running == 1 ? "A call is running" : running + " calls are running");
        title.getStyleClass().add("overlay-title");
        Label what = Labels.wrapped(
                "Leaving puts the number back as it was and ends " + (running == 1 ? "this call" : "these calls")
                        + " within ten seconds.",
                "what");
        Button no = new Button("Stay live");
        no.setId("leave-no");
        no.setCancelButton(true);
        no.setOnAction(pressed -> close());
        Button go = new Button(running == 1 ? "End it and leave" : "End them and leave");
        go.setId("leave-yes");
        go.getStyleClass().add(Styles.DANGER);
        go.setOnAction(pressed -> {
            yes[0] = true;
            close();
        });
        HBox answers = new HBox(no, go);
        answers.getStyleClass().add("answers");
        answers.setAlignment(Pos.CENTER_RIGHT);
        VBox card = new VBox(title, what, answers);
        card.getStyleClass().add("question-card");
        show(card);
    }
}
