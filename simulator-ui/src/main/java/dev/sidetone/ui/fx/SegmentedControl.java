package dev.sidetone.ui.fx;

import atlantafx.base.theme.Styles;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Toggle buttons side by side, of which exactly one is selected; bound to a property. */
public final class SegmentedControl<T> extends HBox {
    private final ObjectProperty<T> chosen;
    private final ToggleGroup group = new ToggleGroup();

    public SegmentedControl(ObjectProperty<T> chosen) {
        this.chosen = chosen;
        group.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else {
                choose(now.getUserData());
            }
        });
    }

    /** Adds a button at the right. */
    public void add(T value, String name, Ikon icon, String id) {
        ToggleButton button = new ToggleButton(name, new FontIcon(icon));
        button.setId(id);
        button.setUserData(value);
        button.setToggleGroup(group);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setPrefWidth(0);
        HBox.setHgrow(button, Priority.ALWAYS);
        button.getStyleClass().add(getChildren().isEmpty() ? Styles.LEFT_PILL : Styles.RIGHT_PILL);
        if (getChildren().size() > 1) {
            Node before = getChildren().get(getChildren().size() - 1);
            before.getStyleClass().remove(Styles.RIGHT_PILL);
            before.getStyleClass().add(Styles.CENTER_PILL);
        }
        getChildren().add(button);
        chosen.subscribe(now -> {
            if (Objects.equals(now, value)) {
                group.selectToggle(button);
            }
        });
    }

    @SuppressWarnings("unchecked") // add() stored it
    private void choose(Object value) {
        chosen.set((T) value);
    }
}
