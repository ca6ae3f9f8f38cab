package dev.sidetone.ui.inbound;

import atlantafx.base.theme.Styles;
import dev.sidetone.simulator.phone.RestAccess;
import dev.sidetone.ui.fx.Css;
import dev.sidetone.ui.fx.ElidedLabel;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** Switches the acceptance of servers' calls, and shows what a server needs to place them. */
public final class InboundPane extends VBox {
    private final VBox login = new VBox();

    public InboundPane(InboundModel model) {
        getStyleClass().add("inbound-pane");
        Css.load(this, InboundPane.class);
        CheckBox accept = new CheckBox("Accept calls of my server");
        accept.setId("accept-calls");
        accept.setTooltip(new Tooltip("Your server calls this phone with Twilio's SDK, pointed at the address below"));
        accept.selectedProperty().bindBidirectional(model.acceptingProperty());
        login.getStyleClass().add("login");
        login.visibleProperty().bind(model.acceptingProperty());
        login.managedProperty().bind(model.acceptingProperty());
        model.accessProperty().subscribe(this::show);
        getChildren().addAll(accept, login);
    }

    private void show(@Nullable RestAccess access) {
        login.getChildren().clear();
        if (access == null) {
            return;
        }
        String token = access.token();
        login.getChildren()
                .addAll(
                        row("rest-url", "Address", access.url().toString()),
                        row("rest-account", "Account", access.accountSid()),
                        token == null ? secret() : row("rest-token", "Token", token));
    }

    private static HBox row(String id, String name, String value) {
        ElidedLabel shown = new ElidedLabel("value");
        shown.setId(id);
        shown.setText(value);
        HBox.setHgrow(shown, Priority.ALWAYS);
        shown.setMaxWidth(Double.MAX_VALUE);
        Button copy = new Button(null, new FontIcon(Material2AL.CONTENT_COPY));
        copy.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setAccessibleText("Copy: " + name);
        copy.setTooltip(new Tooltip("Copy"));
        copy.setOnAction(pressed -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, value)));
        HBox row = new HBox(name(name), shown, copy);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** The user's own token is not shown. */
    private static HBox secret() {
        ElidedLabel where = new ElidedLabel("value");
        where.setText("your TWILIO_AUTH_TOKEN");
        return new HBox(name("Token"), where);
    }

    private static Label name(String text) {
        Label name = new Label(text);
        name.getStyleClass().add("name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        return name;
    }
}
