package dev.sidetone.ui.notice;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** A bar with the current notice, hidden without one. */
public final class NoticePane extends HBox {
    private final Label what = new Label();
    private final Label cure = new Label();
    private final HBox remedies = new HBox();
    private final NoticeModel model;

    public NoticePane(NoticeModel model) {
        this.model = model;
        setId("notice");
        getStyleClass().add("notice");
        setAlignment(Pos.CENTER_LEFT);
        what.setId("notice-what");
        what.getStyleClass().add("what");
        cure.setId("notice-cure");
        cure.managedProperty().bind(cure.visibleProperty());
        VBox text = new VBox(wrapped(what), wrapped(cure));
        text.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(text, Priority.ALWAYS);
        remedies.getStyleClass().add("remedies");
        remedies.setAlignment(Pos.CENTER_RIGHT);
        remedies.setMinWidth(Region.USE_PREF_SIZE);
        Button close = new Button(null, new FontIcon(Material2AL.CLOSE));
        close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        close.setAccessibleText("Dismiss");
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(pressed -> model.dismiss());
        getChildren().addAll(new FontIcon(Material2MZ.WARNING), text, remedies, close);
        managedProperty().bind(visibleProperty());
        model.noticeProperty().subscribe(this::show);
    }

    private void show(@Nullable Notice notice) {
        setVisible(notice != null);
        if (notice != null) {
            what.setText(notice.what());
            cure.setText(notice.cure());
            cure.setVisible(!notice.cure().isEmpty());
            remedies.getChildren()
                    .setAll(notice.remedies().stream().map(this::button).toList());
        }
    }

    private Button button(Remedy remedy) {
        Button button = new Button(remedy.label());
        button.setId("notice-" + remedy.name());
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(pressed -> model.carryOut(remedy));
        return button;
    }

    private static Label wrapped(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
