package dev.sidetone.ui.player;

import atlantafx.base.theme.Styles;
import dev.sidetone.ui.fx.ElidedLabel;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/** The line above the timeline: play and pause, the time, a hint, the whole call, the export. */
public final class PlayerPane extends HBox {
    private static final String HINT = "Space plays · drag selects · 0 fits";

    /** {@code fit} shows the whole call; {@code dialog} asks where an export is written. */
    public PlayerPane(PlayerModel player, ExportModel export, Runnable fit, SaveDialog dialog) {
        getStyleClass().add("player-pane");
        setAlignment(Pos.CENTER_LEFT);
        Label time = new Label();
        time.setId("play-time");
        time.getStyleClass().add("play-time");
        time.setMinWidth(Region.USE_PREF_SIZE);
        time.textProperty().bind(player.timeProperty());
        Label hint = new ElidedLabel("play-hint", Styles.TEXT_MUTED);
        hint.setTextOverrun(OverrunStyle.ELLIPSIS);
        hint.setId("play-hint");
        hint.textProperty().bind(hint(player, export));
        HBox.setHgrow(hint, Priority.ALWAYS);
        hint.setMaxWidth(Double.MAX_VALUE);
        Button whole = new Button("Fit", new FontIcon(Material2MZ.ZOOM_OUT_MAP));
        whole.setId("timeline-fit");
        whole.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        whole.setMinWidth(Region.USE_PREF_SIZE);
        whole.setTooltip(new Tooltip("Shows the whole call (0)"));
        whole.setOnAction(pressed -> fit.run());
        getChildren().addAll(play(player), time, hint, whole, new ExportMenu(export, dialog));
    }

    private static StringBinding hint(PlayerModel player, ExportModel export) {
        return Bindings.createStringBinding(
                () -> {
                    String status = export.statusProperty().get();
                    String whyNot = player.whyNotProperty().get();
                    return !status.isEmpty() ? status : whyNot.isEmpty() ? HINT : whyNot;
                },
                export.statusProperty(),
                player.whyNotProperty());
    }

    /** A disabled button has no tooltip of its own, so the reason is told by what is around it. */
    private static Region play(PlayerModel player) {
        Button play = new Button();
        play.setId("play");
        play.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.SMALL);
        FontIcon icon = new FontIcon(Material2MZ.PLAY_ARROW);
        play.setGraphic(icon);
        play.disableProperty().bind(player.whyNotProperty().isNotEmpty());
        play.setOnAction(pressed -> player.toggle());
        player.playingProperty().subscribe(on -> {
            Ikon shown = on ? Material2MZ.PAUSE : Material2MZ.PLAY_ARROW;
            icon.setIconCode(shown);
            play.setAccessibleText(on ? "Pause" : "Play");
        });
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> {
                            String whyNot = player.whyNotProperty().get();
                            return !whyNot.isEmpty()
                                    ? whyNot
                                    : player.playingProperty().get()
                                            ? "Pauses (Space)"
                                            : "Plays from the cursor, the caller left and the agent right (Space)";
                        },
                        player.whyNotProperty(),
                        player.playingProperty()));
        play.accessibleHelpProperty().bind(tooltip.textProperty());
        StackPane around = new StackPane(play);
        around.setMinWidth(Region.USE_PREF_SIZE);
        Tooltip.install(around, tooltip);
        return around;
    }
}
