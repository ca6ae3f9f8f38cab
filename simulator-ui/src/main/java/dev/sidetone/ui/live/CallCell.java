package dev.sidetone.ui.live;

import atlantafx.base.theme.Styles;
import dev.sidetone.simulator.live.call.LiveCall;
import dev.sidetone.simulator.report.QualityBand;
import dev.sidetone.ui.fx.Css;
import dev.sidetone.ui.fx.ElidedLabel;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** A call in the list: the other side, its status, its last TTFA, its cost, and its two buttons. */
final class CallCell extends ListCell<LiveCall> {
    private final FontIcon direction = new FontIcon(Material2AL.CALL_RECEIVED);
    private final Label party = new ElidedLabel("party");
    private final Label elapsed = new Label();
    private final Label own = new ElidedLabel("own", Styles.TEXT_MUTED);
    private final Label status = new Label();
    private final Label ttfa = new Label();
    private final Label cost = new Label();
    private final Tooltip costInParts = new Tooltip();
    private final Button transfer = button("transfer", "Put through", Material2MZ.PHONE_FORWARDED);
    private final Button hangUp = button("hang-up", "Hang up", Material2AL.CALL_END);
    private final VBox row = new VBox(
            line(direction, party, gap(), elapsed),
            line(own, gap(), status),
            line(ttfa, cost, gap(), transfer, hangUp));

    /** @param putThrough asks for the number to transfer a call to */
    CallCell(LiveCallsModel model, Consumer<LiveCall> putThrough) {
        setPrefWidth(0);
        row.getStyleClass().add("call-row");
        elapsed.setMinWidth(Region.USE_PREF_SIZE);
        status.setMinWidth(Region.USE_PREF_SIZE);
        ttfa.setMinWidth(Region.USE_PREF_SIZE);
        ttfa.getStyleClass().add("ttfa");
        status.getStyleClass().addAll("status", Styles.TEXT_MUTED);
        cost.getStyleClass().addAll("cost", Styles.TEXT_MUTED);
        cost.setTooltip(costInParts);
        transfer.setOnAction(pressed -> putThrough.accept(getItem()));
        hangUp.setOnAction(pressed -> model.hangUp(getItem()));
        hangUp.getStyleClass().add(Styles.DANGER);
        model.pullsProperty().addListener(pulled -> update());
    }

    @Override
    protected void updateItem(@Nullable LiveCall call, boolean empty) {
        super.updateItem(call, empty);
        setGraphic(empty || call == null ? null : row);
        update();
    }

    private void update() {
        LiveCall call = getItem();
        if (call == null || isEmpty()) {
            setAccessibleText(null);
            return;
        }
        LiveCallText text = LiveCallText.of(call);
        direction.setIconCode(call.isOutbound() ? Material2AL.CALL_MADE : Material2AL.CALL_RECEIVED);
        party.setText(text.party());
        elapsed.setText(text.elapsed());
        own.setText(text.own());
        status.setText(text.status());
        ttfa.setText(text.ttfa());
        Css.mark(ttfa, QualityBand.values(), text.band());
        cost.setText(text.cost());
        costInParts.setText(LiveCallText.costInParts(call.cost()));
        transfer.setVisible(!call.isOver());
        hangUp.setVisible(!call.isOver());
        setAccessibleText((call.isOutbound() ? "Outbound, " : "Inbound, ") + text.inOne());
    }

    private static Button button(String style, String meaning, Ikon icon) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll(style, Styles.BUTTON_ICON, Styles.FLAT);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(meaning);
        button.setTooltip(new Tooltip(meaning));
        return button;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static HBox line(Node... content) {
        HBox line = new HBox(content);
        line.getStyleClass().add("line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
