package dev.sidetone.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.ui.fx.ElidedLabel;
import dev.sidetone.ui.fx.TextDrawing;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The layout check finds what does not fit. */
@EnabledIf(value = "dev.sidetone.ui.fx.TextDrawing#isPossible", disabledReason = TextDrawing.WHY_NOT)
class LayoutCheckTest {
    private static final String LONG = "rather more than there is room for";

    @Test
    void whatHasItsRoomIsNotComplainedOf() throws Exception {
        Label wrapped = new Label(LONG + " on one line, but there are several");
        wrapped.setWrapText(true);

        assertThat(amiss(new VBox(new Button("OK"), wrapped))).isEmpty();
    }

    @Test
    void aTextThatIsCutOffIsFound() throws Exception {
        Button narrow = new Button(LONG);
        narrow.setMaxWidth(80);
        Label low = new Label(LONG + " on one line and with no second one");
        low.setWrapText(true);
        low.setMaxHeight(18);

        assertThat(amiss(new VBox(narrow, low)))
                .anySatisfy(line -> assertThat(line).startsWith("Button").contains("is cut off"))
                .anySatisfy(line -> assertThat(line).startsWith("Label").contains("is cut off"));
    }

    @Test
    void aTextThatGivesWayIsReadInItsTooltip() throws Exception {
        Label elided = new ElidedLabel();
        elided.setText(LONG);
        elided.setMaxWidth(80);

        assertThat(amiss(new VBox(elided))).isEmpty();
        assertThat(elided.getTooltip().getText()).isEqualTo(LONG);
    }

    @Test
    void whatLiesOverItsNeighbourOrOutsideIsFound() throws Exception {
        assertThat(amiss(new Pane(at(10, new Button("one")), at(20, new Button("two")))))
                .containsExactly("Button button “one” overlaps Button button “two”");
        assertThat(amiss(new HBox(at(0, new Label("short")), at(0, new Label(LONG + LONG + LONG)))))
                .isNotEmpty();
        assertThat(amiss(new Pane(at(290, new Button("three")))))
                .anySatisfy(line -> assertThat(line).startsWith("Button").contains("lies outside"));
    }

    private static Node at(double x, Node node) {
        node.setLayoutX(x);
        return node;
    }

    private static List<String> amiss(Parent root) throws Exception {
        TextDrawing.start();
        return OpenWindow.onFx(() -> {
            Scene scene = new Scene(root, 300, 100);
            root.applyCss();
            root.layout();
            return LayoutCheck.amiss(scene);
        });
    }
}
