package dev.sidetone.ui.call;

import atlantafx.base.theme.Styles;
import dev.sidetone.bridge.text.ForeignText;
import javafx.beans.binding.Bindings;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** The field for the webhook of a server under test, with those that were called lately in a menu. */
final class WebhookField extends HBox {
    WebhookField(CallModel model) {
        getStyleClass().add("webhook-field");
        TextField webhook = new TextField();
        webhook.setId("webhook");
        webhook.setPromptText("http://localhost:3000/voice");
        webhook.setAccessibleText("Webhook of my server");
        webhook.textProperty().bindBidirectional(model.webhookProperty());
        webhook.setOnAction(entered -> model.call());
        HBox.setHgrow(webhook, Priority.ALWAYS);
        getChildren().addAll(webhook, recent(model));
    }

    private static Button recent(CallModel model) {
        ContextMenu menu = new ContextMenu();
        Button open = new Button(null, new FontIcon(Material2AL.ARROW_DROP_DOWN));
        open.setId("webhook-recent");
        open.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        open.setAccessibleText("Webhooks called lately");
        open.setTooltip(new Tooltip("Webhooks called lately"));
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setOnAction(pressed -> {
            menu.getItems()
                    .setAll(model.recent().all().stream()
                            .map(target -> item(target, model))
                            .toList());
            menu.show(open, Side.BOTTOM, 0, 0);
        });
        open.visibleProperty().bind(Bindings.isNotEmpty(model.recent().all()));
        open.managedProperty().bind(open.visibleProperty());
        return open;
    }

    private static MenuItem item(String target, CallModel model) {
        MenuItem item = new MenuItem(ForeignText.line(target));
        item.setMnemonicParsing(false);
        item.setOnAction(chosen -> model.webhookProperty().set(target));
        return item;
    }
}
