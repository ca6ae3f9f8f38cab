package dev.sidetone.ui.wire;

import dev.sidetone.simulator.report.Figures;
import dev.sidetone.simulator.timeline.CallResult.ReportedFinding;
import dev.sidetone.simulator.timeline.Severity;
import dev.sidetone.simulator.timeline.Wire;
import dev.sidetone.simulator.wire.WireRow;
import dev.sidetone.ui.fx.Css;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Shows one row of the wire view on one line. */
final class WireCell extends ListCell<WireRow> {
    private static final int MOST_CHARS = 240;
    private static final double KIND_PX = 36;
    private static final double BYTES_PER_MS = 8;

    private final WireModel model;
    private final Label clock = new Label();
    private final Label way = new Label();
    private final Label kind = new Label();
    private final Label text = new Label();
    private final Label pin = new Label();
    private final Tooltip wholeKind = new Tooltip();
    private final Tooltip whole = new Tooltip();
    private final Tooltip pinned = new Tooltip();
    private final HBox row = new HBox(clock, way, kind, text, pin);

    WireCell(WireModel model) {
        this.model = model;
        clock.getStyleClass().add("clock");
        way.getStyleClass().add("way");
        kind.getStyleClass().add("kind");
        kind.setMinWidth(KIND_PX);
        kind.setTooltip(wholeKind);
        text.getStyleClass().add("text");
        text.setMinWidth(0);
        text.setPrefWidth(0);
        text.setTooltip(whole);
        pin.getStyleClass().add("pin");
        pin.setMinWidth(Region.USE_PREF_SIZE);
        pin.setTooltip(pinned);
        row.getStyleClass().add("message");
        row.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable WireRow message, boolean empty) {
        super.updateItem(message, empty);
        if (empty || message == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        Double fromMs = message.fromMs();
        clock.setText(fromMs == null ? "--:--.-" : Figures.clock(fromMs));
        way.setText(way(message));
        kind.setText(message.count() > 1 ? message.kind() + " × " + message.count() : message.kind());
        wholeKind.setText(kind.getText());
        String shown = shortText(message);
        text.setText(shown);
        whole.setText(shown);
        Css.mark(row, Wire.values(), message.wire());
        pin(model.pinned(message));
        setAccessibleText(clock.getText() + ", " + way.getText() + ", " + kind.getText() + ", " + shown);
        setGraphic(row);
    }

    private void pin(List<ReportedFinding> findings) {
        pin.setVisible(!findings.isEmpty());
        pin.setManaged(!findings.isEmpty());
        if (!findings.isEmpty()) {
            pin.setText(findings.stream().map(ReportedFinding::code).distinct().collect(Collectors.joining(" ")));
            pinned.setText(
                    findings.stream().map(ReportedFinding::what).distinct().collect(Collectors.joining("\n")));
            Css.mark(
                    pin,
                    Severity.values(),
                    findings.stream()
                            .map(ReportedFinding::severity)
                            .min(Comparator.naturalOrder())
                            .orElse(null));
        }
    }

    /** Who sent it to whom. */
    static String way(WireRow message) {
        if (message.wire() == Wire.TWILIO) {
            return message.toAgent() ? "Twilio → server" : "Twilio ← server";
        }
        return message.toAgent() ? "bridge → agent" : "bridge ← agent";
    }

    /** What is in it: the message itself, or how much sound. */
    private static String shortText(WireRow message) {
        String number = message.firstNumber() == 0
                ? ""
                : message.firstNumber() == message.lastNumber()
                        ? "no. " + message.firstNumber() + "  "
                        : "no. " + message.firstNumber() + "–" + message.lastNumber() + "  ";
        if (message.isSound()) {
            String length =
                    message.wire() == Wire.TWILIO ? ", " + Math.round(message.bytes() / BYTES_PER_MS) + " ms" : "";
            return number + message.bytes() + " bytes of sound" + length;
        }
        String json = message.json();
        return number + (json.length() <= MOST_CHARS ? json : json.substring(0, MOST_CHARS) + "…");
    }
}
