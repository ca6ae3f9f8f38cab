package dev.sidetone.ui.app;

import static dev.sidetone.ui.app.OpenWindow.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import dev.sidetone.ui.events.EventsModel;
import dev.sidetone.ui.fx.TextDrawing;
import dev.sidetone.ui.latency.LatencyModel;
import dev.sidetone.ui.latency.MeasuringPoint;
import dev.sidetone.ui.selection.Selection;
import dev.sidetone.ui.selection.Selection.Kind;
import dev.sidetone.ui.selection.SelectionModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import javafx.application.Application;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testfx.util.WaitForAsyncUtils;

/** The lists below the timeline, with one call in view: what is selected in one is selected in all, and stands beside them. */
@EnabledIf(value = "dev.sidetone.ui.fx.TextDrawing#isPossible", disabledReason = TextDrawing.WHY_NOT)
class CallListsTest {
    private final FewFactsCall call = new FewFactsCall();
    private final LatencyModel latency = new LatencyModel();
    private final EventsModel events = new EventsModel();
    private final SelectionModel selection = new SelectionModel();
    private final CallLists lists = new CallLists(latency, events, selection);
    private final List<Selection> revealed = new ArrayList<>();
    private final Stage stage = shown();

    private Stage shown() {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
            StackPane root = new StackPane(new DetailsPane(lists, selection));
            root.getStyleClass().add("main-window");
            Stage window = new Stage();
            Scene scene = new Scene(root, 940, 320);
            MainWindow.style(scene);
            window.setScene(scene);
            window.show();
            return window;
        });
    }

    @BeforeEach
    void showTheCall() throws Exception {
        onFx(() -> {
            selection.onReveal(revealed::add);
            new EventFeed(events).pull(List.of(call), call);
            latency.show(call.result(), MeasuringPoint.HEARD);
            lists.pull(call);
            return true;
        });
        OpenWindow.pulses(3);
    }

    @AfterEach
    void close() throws Exception {
        onFx(() -> {
            stage.close();
            return true;
        });
    }

    @Test
    void showOnAFindingGoesToItsMomentAndSaysAllOfItBeside() throws Exception {
        front("tab-findings");
        onFx(() -> {
            ListView<?> findings = list("#findings");
            Button show = (Button) findings.lookupAll(".button").stream()
                    .filter(node ->
                            node instanceof Button button && button.getText().equals("Show"))
                    .findFirst()
                    .orElseThrow();
            show.fire();
            lists.pull(call);
            return true;
        });
        assertThat(revealed).containsExactly(Selection.moment(Kind.FINDING, 0, 400));
        assertThat(side()).contains("warning 31951").anyMatch(line -> line.startsWith("Usual cause: "));
        assertThat(text("#findings-badge")).isEqualTo("2");
    }

    @Test
    void nextProblemBringsItsListToTheFront() throws Exception {
        onFx(() -> {
            lists.findings().next();
            lists.findings().next();
            return true;
        });
        assertThat(frontTab()).isEqualTo("tab-findings");
        assertThat(revealed).extracting(Selection::fromMs).containsExactly(400.0, 4_000.0);
    }

    @Test
    void theArrowKeysSelectAMessageWhoseJsonStandsBesideTheList() throws Exception {
        front("tab-wire");
        onFx(() -> {
            ListView<?> messages = list("#messages");
            messages.requestFocus();
            messages.getSelectionModel().select(1);
            messages.fireEvent(key(KeyCode.DOWN));
            lists.pull(call);
            return true;
        });
        assertThat(Objects.requireNonNull(selection.selectedProperty().get()).kind())
                .isEqualTo(Kind.MESSAGE);
        assertThat(side()).contains("mark").anyMatch(line -> line.startsWith("31951: "));
        String json = onFx(() -> ((Labeled) node("#side-json")).getText());
        assertThat(json).contains("\"event\" : \"mark\"");
        assertThat(touched("#messages")).containsExactly(1, 2);
    }

    @Test
    void aTurnThatIsSelectedAnywhereIsSelectedInItsListAndMarkedInOthers() throws Exception {
        onFx(() -> {
            selection.select(new Selection(Kind.TURN, 1, 1_000, 2_200));
            lists.pull(call);
            return true;
        });
        assertThat(onFx(() -> list("#turns").getSelectionModel().getSelectedIndex()))
                .isZero();
        assertThat(side()).contains("Turn 1", "“What are your opening hours on public holidays, please?”");
        front("tab-events");
        assertThat(touched("#events")).isNotEmpty();
        front("tab-transcript");
        assertThat(onFx(() -> list("#transcript").getSelectionModel().getSelectedIndex()))
                .isZero();
    }

    @Test
    void aClickInTheTranscriptShowsTheMomentAndStaysThere() throws Exception {
        front("tab-transcript");
        onFx(() -> {
            list("#transcript").getSelectionModel().select(1);
            selection.reveal(Objects.requireNonNull(selection.selectedProperty().get()));
            return true;
        });
        assertThat(revealed).extracting(Selection::number).containsExactly(1L);
        assertThat(frontTab()).isEqualTo("tab-transcript");
    }

    @Test
    void everyListFitsWideAndNarrow() throws Exception {
        for (int width : new int[] {1_200, 940, 660, 460}) {
            onFx(() -> {
                stage.setWidth(width);
                return true;
            });
            for (Tab tab : tabs().getTabs()) {
                front(Objects.requireNonNull(tab.getId()));
                assertThat(onFx(() -> LayoutCheck.amiss(stage.getScene())))
                        .as(tab.getId() + " at " + width)
                        .isEmpty();
            }
        }
    }

    private List<Integer> touched(String id) throws Exception {
        return onFx(() -> list(id).lookupAll(".list-cell").stream()
                .filter(node -> node.getPseudoClassStates().contains(PseudoClass.getPseudoClass("touched")))
                .map(node -> ((ListCell<?>) node).getIndex())
                .sorted()
                .toList());
    }

    private List<String> side() throws Exception {
        return onFx(() -> node("#side").lookupAll(".label").stream()
                .map(node -> ((Labeled) node).getText())
                .toList());
    }

    private String text(String id) throws Exception {
        return onFx((Callable<String>) () -> ((Labeled) node(id)).getText());
    }

    private void front(String tab) throws Exception {
        onFx(() -> {
            tabs().getTabs().stream()
                    .filter(each -> tab.equals(each.getId()))
                    .forEach(each -> tabs().getSelectionModel().select(each));
            return true;
        });
        OpenWindow.pulses(3);
    }

    private String frontTab() throws Exception {
        return onFx(() -> Objects.requireNonNull(
                tabs().getSelectionModel().getSelectedItem().getId()));
    }

    private TabPane tabs() {
        return (TabPane) node("#details");
    }

    private ListView<?> list(String id) {
        return (ListView<?>) node(id);
    }

    private Node node(String id) {
        return Objects.requireNonNull(stage.getScene().lookup(id), id);
    }

    private static KeyEvent key(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }
}
