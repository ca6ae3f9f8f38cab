package dev.sidetone.ui.findings;

import atlantafx.base.theme.Styles;
import dev.sidetone.simulator.timeline.Severity;
import dev.sidetone.ui.fx.ClipboardText;
import dev.sidetone.ui.fx.Css;
import dev.sidetone.ui.fx.ElidedLabel;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
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

/** Shows one finding with all that it says, in as many lines as needed. */
final class FindingCell extends ListCell<FindingRow> {
    private static final double LEAST_HEIGHT = 24;
    private static final double SCROLL_BAR = 14;

    private final FindingsModel model;
    private final Label code = new Label();
    private final Label where = new ElidedLabel();
    private final Label what = text("what");
    private final Label cause = text("cause");
    private final Label cure = text("cure");
    private final Hyperlink page = new Hyperlink();
    private final Button show = button("Show", Material2MZ.MY_LOCATION, "Show its moment in the timeline");
    private final Button copy = button("Copy", Material2AL.CONTENT_COPY, "Copy all of it as text");
    private final VBox body;

    FindingCell(FindingsModel model, Runnable reveal) {
        this.model = model;
        code.getStyleClass().add("code");
        code.setMinWidth(Region.USE_PREF_SIZE);
        where.getStyleClass().add("where");
        page.getStyleClass().add("page");
        page.setOnAction(pressed -> open());
        show.setOnAction(pressed -> {
            getListView().getSelectionModel().clearAndSelect(getIndex());
            reveal.run();
        });
        copy.setOnAction(pressed -> copy());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(code, where, gap, show, copy);
        head.getStyleClass().add("head");
        head.setAlignment(Pos.CENTER_LEFT);
        body = new VBox(head, what, cause, cure, page);
        body.getStyleClass().add("finding");
        setPrefWidth(0);
    }

    private static Label text(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Button button(String name, Ikon icon, String meaning) {
        Button button = new Button(name, new FontIcon(icon));
        button.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(meaning));
        return button;
    }

    private void copy() {
        if (getItem() != null) {
            ClipboardText.copy(getItem().text());
        }
    }

    /** A page that no browser opens is copied, which the link says for as long as it is shown. */
    private void open() {
        if (getItem() != null && !model.open(getItem().page())) {
            page.setText(getItem().page().address() + " (copied)");
        }
    }

    @Override
    protected void updateItem(@Nullable FindingRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        code.setText(row.finding().severity().word() + " " + row.finding().code());
        where.setText(row.where());
        what.setText(row.finding().what());
        set(cause, "Usual cause: ", row.page().cause());
        set(cure, "Cure: ", row.finding().cure());
        page.setText(row.page().onTheWeb() ? row.page().name() : row.page().address());
        page.setTooltip(new Tooltip(
                row.page().onTheWeb() ? "Open " + row.page().address() : "Copy the place in the documents"));
        show.setDisable(row.part() == null);
        Css.mark(body, Severity.values(), row.finding().severity());
        setAccessibleText(row.text());
        setGraphic(body);
    }

    private static void set(Label label, String name, String text) {
        label.setText(name + text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }

    /** Computes the height for the list's width: the list passes no width, and wrapped text needs one. */
    @Override
    protected double computePrefHeight(double width) {
        if (getGraphic() == null || getListView() == null) {
            return LEAST_HEIGHT;
        }
        body.applyCss();
        double room = getListView().getWidth() - snappedLeftInset() - snappedRightInset() - SCROLL_BAR;
        return Math.ceil(body.prefHeight(Math.max(1, room))) + snappedTopInset() + snappedBottomInset();
    }
}
