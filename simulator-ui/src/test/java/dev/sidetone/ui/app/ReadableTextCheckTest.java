package dev.sidetone.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.ui.fx.TextDrawing;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The check of texts finds what is hard to read. */
@EnabledIf(value = "dev.sidetone.ui.fx.TextDrawing#isPossible", disabledReason = TextDrawing.WHY_NOT)
class ReadableTextCheckTest {
    @Test
    void aPaleTextIsFoundUnlessItIsLarge() throws Exception {
        assertThat(amiss(text("-fx-text-fill: #777777; -fx-font-size: 14px")))
                .singleElement()
                .asString()
                .contains("has a contrast of 4.48");
        assertThat(amiss(text("-fx-text-fill: #767676; -fx-font-size: 14px"))).isEmpty();
        assertThat(amiss(text("-fx-text-fill: #777777; -fx-font-size: 24px"))).isEmpty();
        assertThat(amiss(text("-fx-text-fill: black; -fx-opacity: 0.5; -fx-font-size: 14px")))
                .hasSize(1);
    }

    @Test
    void whatIsPaintedBehindATextCounts() throws Exception {
        String white = "-fx-text-fill: white; -fx-font-size: 14px;";
        assertThat(amiss(text(white + "-fx-background-color: #2da44e"))).hasSize(1);
        assertThat(amiss(text(white + "-fx-background-color: #1a7f37"))).isEmpty();
        assertThat(amiss(text(white))).as("white on white").hasSize(1);
    }

    @Test
    void aSmallTextIsFound() throws Exception {
        assertThat(amiss(text("-fx-text-fill: black; -fx-font-size: 11.2px")))
                .singleElement()
                .asString()
                .contains("11.2 px high");
        assertThat(amiss(text("-fx-text-fill: black; -fx-font-size: 12px"))).isEmpty();
    }

    @Test
    void whatIsDisabledOrHiddenIsLeftOut() throws Exception {
        Node disabled = text("-fx-text-fill: #dddddd");
        disabled.setDisable(true);
        Node hidden = text("-fx-text-fill: #dddddd");
        hidden.setVisible(false);
        assertThat(amiss(disabled, hidden)).isEmpty();
    }

    private static Label text(String style) {
        Label label = new Label("Some words to read");
        label.setStyle(style);
        return label;
    }

    private static List<String> amiss(Node... nodes) throws Exception {
        TextDrawing.start();
        return OpenWindow.onFx(() -> {
            VBox root = new VBox(nodes);
            root.setStyle("-fx-background-color: white");
            Scene scene = new Scene(root, 300, 100);
            return ReadableTextCheck.amiss(scene, scene.snapshot(null));
        });
    }
}
