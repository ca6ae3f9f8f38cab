package dev.sidetone.ui.details;

import atlantafx.base.theme.Styles;
import dev.sidetone.ui.fx.ClipboardText;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** Shows the details of the selected part of the call, beside the lists. */
public final class SidePane extends VBox {
    private static final String NOTHING =
            "Select a turn, a finding, an event or a message: what is known of it stands here.";

    private final DetailsModel model;
    private final Label title = new Label();
    private final VBox lines = new VBox();
    private final Label json = line("");
    private final HBox buttons;

    public SidePane(DetailsModel model) {
        this.model = model;
        setId("side");
        getStyleClass().add("side-pane");
        title.getStyleClass().add("title");
        title.setWrapText(true);
        lines.getStyleClass().add("lines");
        buttons = new HBox(
                button("Show", Material2MZ.MY_LOCATION, model::reveal),
                button("Copy", Material2AL.CONTENT_COPY, this::copy));
        buttons.getStyleClass().add("buttons");
        buttons.setMinHeight(Region.USE_PREF_SIZE);
        ScrollPane scrolled = new ScrollPane(lines);
        scrolled.setFitToWidth(true);
        scrolled.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scrolled.setFocusTraversable(false);
        json.setId("side-json");
        json.getStyleClass().add("json");
        VBox.setVgrow(scrolled, Priority.ALWAYS);
        getChildren().addAll(title, scrolled, buttons);
        model.detailsProperty().subscribe(this::show);
    }

    private static Button button(String name, Ikon icon, Runnable action) {
        Button button = new Button(name, new FontIcon(icon));
        button.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(pressed -> action.run());
        return button;
    }

    private void show(PartDetails details) {
        boolean none = details.equals(PartDetails.NONE);
        title.setText(none ? "Nothing selected" : details.title());
        lines.getChildren().clear();
        (none ? List.of(NOTHING) : details.lines())
                .forEach(text -> lines.getChildren().add(line(text)));
        json.setText(details.json());
        if (!details.json().isEmpty()) {
            lines.getChildren().add(json);
        }
        buttons.setVisible(!none);
        buttons.setManaged(!none);
    }

    private static Label line(String text) {
        Label line = new Label(text);
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        return line;
    }

    private void copy() {
        ClipboardText.copy(model.detailsProperty().get().text());
    }
}
