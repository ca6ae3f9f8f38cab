package dev.sidetone.ui.live;

import atlantafx.base.theme.Styles;
import dev.sidetone.simulator.live.number.SelectableNumber;
import dev.sidetone.ui.fx.ElidedLabel;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/** A number of the account in the list. */
final class NumberCell extends ListCell<SelectableNumber> {
    private final FontIcon sign = new FontIcon(Material2MZ.RADIO_BUTTON_UNCHECKED);
    private final Label number = new Label();
    private final Label name = new ElidedLabel("name", Styles.TEXT_MUTED);
    private final HBox row = new HBox(sign, new VBox(number, name));

    NumberCell() {
        number.getStyleClass().add("number");
        row.getStyleClass().add("number-row");
        row.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
        selectedProperty()
                .subscribe(selected -> sign.setIconCode(
                        selected ? Material2MZ.RADIO_BUTTON_CHECKED : Material2MZ.RADIO_BUTTON_UNCHECKED));
    }

    @Override
    protected void updateItem(@Nullable SelectableNumber item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        number.setText(item.number());
        name.setText(item.name());
        setAccessibleText(item.number() + ", " + item.name());
        setGraphic(row);
    }
}
