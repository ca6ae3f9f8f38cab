package dev.sidetone.ui.app;

import dev.sidetone.simulator.phone.ScenarioState;
import dev.sidetone.ui.details.SidePane;
import dev.sidetone.ui.events.EventsPane;
import dev.sidetone.ui.findings.FindingsBadge;
import dev.sidetone.ui.findings.FindingsPane;
import dev.sidetone.ui.latency.TurnsPane;
import dev.sidetone.ui.scenario.ScenarioModel;
import dev.sidetone.ui.scenario.ScenarioPane;
import dev.sidetone.ui.scenario.YamlChooser;
import dev.sidetone.ui.selection.SelectionModel;
import dev.sidetone.ui.transcript.TranscriptPane;
import dev.sidetone.ui.wire.WirePane;
import java.util.function.DoubleConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * The tabs below the timeline: what is known of the call in view, in lists; and where there is room, what is known of the selected part beside
 * them. A part that is to be shown brings its tab to the front.
 */
final class DetailsPane extends HBox {
    /** Narrower than this, the lists need all the room. */
    private static final double ROOM_FOR_TWO = 640;

    private static final double SIDE_SHARE = 0.3;
    private static final double SIDE_MOST = 420;

    private final TabPane tabs = new TabPane();
    private final TurnsPane turns;

    DetailsPane(CallLists lists, SelectionModel selection) {
        getStyleClass().add("details-row");
        tabs.setId("details");
        tabs.getStyleClass().add("details");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setMinWidth(0);
        turns = new TurnsPane(lists.latency(), selection);
        WirePane wirePane = new WirePane(lists.wire(), selection);
        Tab turnsTab = tab("tab-turns", counted("Turns", lists.latency().turns()), turns);
        Tab findings = tab(
                "tab-findings",
                Bindings.createStringBinding(() -> "Findings"),
                new FindingsPane(lists.findings(), selection));
        FindingsBadge badge = new FindingsBadge(lists.findings());
        // A tab makes room for what it is given, not for what becomes visible in it.
        badge.visibleProperty().subscribe(shown -> findings.setGraphic(shown ? badge : null));
        Tab events =
                tab("tab-events", counted("Events", lists.events().shown()), new EventsPane(lists.events(), selection));
        Tab wire = tab("tab-wire", wire(lists), wirePane);
        Tab transcript = tab(
                "tab-transcript",
                Bindings.createStringBinding(() -> "Transcript"),
                new TranscriptPane(lists.transcript(), selection));
        tabs.getTabs().addAll(turnsTab, findings, events, wire, transcript);
        selection.onReveal(part -> {
            switch (part.kind()) {
                case TURN, BARGE_IN -> {
                    if (tabs.getSelectionModel().getSelectedItem() != transcript) {
                        tabs.getSelectionModel().select(turnsTab);
                    }
                }
                case EVENT -> tabs.getSelectionModel().select(events);
                case FINDING -> tabs.getSelectionModel().select(findings);
                case MESSAGE -> tabs.getSelectionModel().select(wire);
            }
        });
        SidePane side = new SidePane(lists.details());
        HBox.setHgrow(tabs, Priority.ALWAYS);
        getChildren().addAll(tabs, side);
        widthProperty().subscribe(width -> {
            boolean room = width.doubleValue() >= ROOM_FOR_TWO;
            double sideWidth = Math.min(SIDE_MOST, Math.rint(width.doubleValue() * SIDE_SHARE));
            side.setMinWidth(sideWidth);
            side.setMaxWidth(sideWidth);
            side.setVisible(room);
            side.setManaged(room);
            wirePane.showJsonBelow(!room);
        });
    }

    /** The list of turns, whose rows can be played. */
    TurnsPane turns() {
        return turns;
    }

    /** Adds the scenario that is played, which comes to the front when one is opened; {@code jump} gets the moment of a step, ms. */
    void add(ScenarioModel model, DoubleConsumer jump) {
        ScenarioPane pane = new ScenarioPane(
                model,
                new YamlChooser(() -> getScene() == null ? null : getScene().getWindow()));
        pane.onJump(jump);
        Tab scenario = tab("tab-scenario", Bindings.createStringBinding(() -> "Scenario"), pane);
        tabs.getTabs().add(scenario);
        model.stateProperty().map(ScenarioState::file).subscribe((before, now) -> tabs.getSelectionModel()
                .select(scenario));
    }

    private static Tab tab(String id, ObservableStringValue name, Node content) {
        Tab tab = new Tab(name.get(), content);
        tab.setId(id);
        tab.textProperty().bind(name);
        return tab;
    }

    private static ObservableStringValue counted(String name, ObservableList<?> rows) {
        return Bindings.createStringBinding(() -> rows.isEmpty() ? name : name + " " + rows.size(), rows);
    }

    private static ObservableStringValue wire(CallLists lists) {
        return Bindings.createStringBinding(
                () -> {
                    long messages = lists.wire().messagesProperty().get();
                    return messages == 0 ? "Wire" : "Wire " + messages;
                },
                lists.wire().messagesProperty());
    }
}
