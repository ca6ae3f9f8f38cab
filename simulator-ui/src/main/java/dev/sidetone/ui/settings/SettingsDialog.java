package dev.sidetone.ui.settings;

import atlantafx.base.theme.Styles;
import dev.sidetone.ui.fx.Css;
import dev.sidetone.ui.fx.FormPage;
import dev.sidetone.ui.fx.FormRow;
import dev.sidetone.ui.fx.Overlay;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The settings: the agents' keys and texts, Twilio and live mode, and the window itself. */
public final class SettingsDialog extends Overlay {
    private final SettingsModel model;

    /** {@code window} is the page about the window itself. */
    public SettingsDialog(SettingsModel model, FormPage window) {
        super(() -> {});
        this.model = model;
        setId("settings-dialog");
        Css.load(this, FormRow.class);
        Css.load(this, SettingsDialog.class);
        Label title = new Label("Settings");
        title.getStyleClass().add("overlay-title");
        TabPane pages = new TabPane(keys(), AgentPage.of(model.agents()), twilio(), window);
        pages.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        VBox.setVgrow(pages, Priority.ALWAYS);
        VBox card = new VBox(
                title,
                pages,
                line("settings-problem", "form-problem", model.problemProperty()),
                line("settings-said", "settings-said", model.saidProperty()),
                answers());
        card.getStyleClass().add("form-dialog");
        show(card);
        model.read();
    }

    private FormPage keys() {
        return page(
                "settings-keys",
                "Keys",
                "Keys are written into .env in the folder where Sidetone was started, which only you may read. What the"
                        + " environment sets stands above it.",
                model.agentRows());
    }

    private FormPage twilio() {
        return page(
                "settings-twilio",
                "Twilio and live",
                "For live mode, and for the token that signs simulated calls.",
                model.twilioRows());
    }

    private static FormPage page(String id, String title, String hint, List<SettingRow> rows) {
        FormPage page = new FormPage(id, title).add(FormRow.wrapped(hint, "form-hint"));
        rows.forEach(row -> page.add(SettingRowPane.of(row)));
        return page;
    }

    private static Label line(String id, String style, ReadOnlyStringProperty text) {
        Label line = FormRow.wrapped("", style);
        line.setId(id);
        line.textProperty().bind(text);
        line.visibleProperty().bind(text.isNotEmpty());
        line.managedProperty().bind(text.isNotEmpty());
        return line;
    }

    private Node answers() {
        Button reload = button("settings-reload", "Reload .env");
        reload.setTooltip(new Tooltip(
                "Reads .env and the agents' settings again; what is typed here and not saved is forgotten"));
        reload.disableProperty().bind(model.workingProperty());
        reload.setOnAction(pressed -> model.reload());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button close = button("settings-close", "Close");
        close.setCancelButton(true);
        close.setOnAction(pressed -> close());
        Button save = button("settings-save", "Save");
        save.getStyleClass().add(Styles.ACCENT);
        save.setDefaultButton(true);
        save.disableProperty().bind(model.workingProperty());
        save.setOnAction(pressed -> model.save());
        HBox row = new HBox(reload, gap, close, save);
        row.getStyleClass().add("answers");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Button button(String id, String text) {
        Button button = new Button(text);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
