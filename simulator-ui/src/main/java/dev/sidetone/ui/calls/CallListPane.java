package dev.sidetone.ui.calls;

import atlantafx.base.theme.Styles;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The rail of calls, the newest at the top: a click brings one into view. Folded, only the button is left that unfolds it. */
public final class CallListPane extends VBox {
    private static final double ROW = 54;

    private final CallListModel model;
    private final ListView<CallRow> list;
    private final RowActions actions;
    private final BooleanProperty folded;

    /**
     * @param folded whether only a button of the list is shown
     * @param ask shows a dialog over the window
     */
    public CallListPane(CallListModel model, BooleanProperty folded, Consumer<Node> ask) {
        this.model = model;
        this.folded = folded;
        getStyleClass().addAll("calls-rail", "card");
        list = new ListView<>(model.rows());
        actions = new RowActions(model, list.getSelectionModel(), ask, list::requestFocus);
        dress();
        VBox whole = new VBox(head(ask), filter(), list, foot());
        whole.getStyleClass().add("whole");
        VBox.setVgrow(whole, Priority.ALWAYS);
        Button unfold = icon("calls-unfold", "Show the calls", Material2AL.HISTORY);
        unfold.setOnAction(pressed -> folded.set(false));
        folded.subscribe(now -> {
            getChildren().setAll(now ? unfold : whole);
            getStyleClass().remove("folded");
            if (now) {
                getStyleClass().add("folded");
            }
        });
    }

    private void dress() {
        list.setId("calls");
        list.setAccessibleText("Calls");
        list.setAccessibleHelp("Enter shows a call, F2 names it, Delete deletes it; the menu key has more");
        list.setFixedCellSize(ROW);
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(view -> new CallRowCell(model::isInView, model.comparison()::isPinned));
        list.setContextMenu(new CallMenu(model, actions));
        list.setOnKeyPressed(actions::press);
        list.setOnMouseClicked(this::click);
        list.setPlaceholder(placeholder());
        VBox.setVgrow(list, Priority.ALWAYS);
        model.inViewProperty().addListener((property, before, now) -> list.refresh());
        model.viewed().progressProperty().addListener((property, before, now) -> {
            if (before.doubleValue() < 0 || now.doubleValue() < 0) {
                list.refresh();
            }
        });
        model.comparison().baselineProperty().addListener((property, before, now) -> list.refresh());
    }

    /** A click with a modifier selects several rows; one beside the rows does nothing. */
    private void click(MouseEvent clicked) {
        boolean plain = clicked.getButton() == MouseButton.PRIMARY
                && !clicked.isShortcutDown()
                && !clicked.isShiftDown()
                && !clicked.isControlDown();
        if (plain
                && clicked.getY() < list.getItems().size() * ROW
                && actions.selected().size() == 1) {
            actions.open();
        }
    }

    private Node head(Consumer<Node> ask) {
        Label title = new Label("Calls");
        title.getStyleClass().add("card-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button fold = icon("calls-fold", "Hide the calls", Material2AL.CHEVRON_LEFT);
        fold.setOnAction(pressed -> folded.set(true));
        HBox head = new HBox(title, gap, menu(ask), fold);
        head.getStyleClass().add("head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private MenuButton menu(Consumer<Node> ask) {
        RecordingsModel recordings = model.recordings();
        CheckMenuItem keep = new CheckMenuItem("Record calls");
        keep.selectedProperty().bindBidirectional(recordings.keepProperty());
        MenuItem open = new MenuItem("Open folder");
        open.setId("recordings-open");
        open.setOnAction(chosen -> recordings.openFolder());
        open.disableProperty().bind(recordings.anyProperty().not());
        MenuItem delete = new MenuItem("Delete all…");
        delete.setId("recordings-delete");
        delete.setOnAction(chosen -> ask.accept(DeleteDialog.ofAll(recordings)));
        delete.disableProperty().bind(recordings.deletableProperty().not());
        MenuButton menu =
                new MenuButton(null, new FontIcon(Material2MZ.MORE_HORIZ), keep, open, new SeparatorMenuItem(), delete);
        menu.setId("calls-menu");
        menu.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "no-arrow");
        menu.setAccessibleText("Menu of the calls");
        menu.setTooltip(new Tooltip("Record calls, open the folder, delete all"));
        return menu;
    }

    private Node filter() {
        TextField filter = new TextField();
        filter.setId("calls-filter");
        filter.setPromptText("Filter");
        filter.setAccessibleText("Filter of the calls");
        filter.textProperty().bindBidirectional(model.filterProperty());
        return filter;
    }

    private Node foot() {
        RecordingsModel recordings = model.recordings();
        CheckBox keep = new CheckBox("Record calls");
        keep.setId("recordings-keep");
        keep.setMinWidth(Region.USE_PREF_SIZE);
        keep.selectedProperty().bindBidirectional(recordings.keepProperty());
        keep.setTooltip(
                new Tooltip("Every call is kept from its start: sound, events and numbers, for you alone to read."
                        + "\nThe last 50 stay, 1 GB at most, and those marked with a star. A change holds from the"
                        + " next call on."));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label summary = new Label();
        summary.setId("recordings");
        summary.getStyleClass().addAll("summary", Styles.TEXT_MUTED);
        summary.setMinWidth(Region.USE_PREF_SIZE);
        summary.textProperty().bind(recordings.summaryProperty());
        HBox foot = new HBox(keep, gap, summary);
        foot.getStyleClass().add("foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    /** Why there is no row, and what to do. */
    private Node placeholder() {
        Label why = new Label();
        why.setId("calls-none");
        why.getStyleClass().add("placeholder");
        why.setWrapText(true);
        Button all = new Button("Show all calls");
        all.setOnAction(pressed -> model.filterProperty().set(""));
        all.managedProperty().bind(all.visibleProperty());
        Runnable say = () -> {
            boolean filtered = !model.filterProperty().get().isBlank() && model.hasAny();
            all.setVisible(filtered);
            why.setText(
                    filtered
                            ? "No call has these words in its target, name, caller or day."
                            : model.recordings().keepProperty().get()
                                    ? "No calls yet. Press Call at the right: it is kept here, with its sound."
                                    : "No calls are kept. Switch on Record calls below, then press Call at the right.");
        };
        model.rows().addListener((ListChangeListener<CallRow>) change -> say.run());
        model.filterProperty().addListener((property, before, now) -> say.run());
        model.recordings().keepProperty().addListener((property, before, now) -> say.run());
        say.run();
        VBox box = new VBox(why, all);
        box.getStyleClass().add("none");
        return box;
    }

    private static Button icon(String id, String meaning, Ikon icon) {
        Button button = new Button(null, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setAccessibleText(meaning);
        button.setTooltip(new Tooltip(meaning));
        return button;
    }
}
