package dev.sidetone.ui.details;

import dev.sidetone.simulator.findings.FindingPage;
import dev.sidetone.simulator.report.CallTranscript;
import dev.sidetone.simulator.report.EventLine;
import dev.sidetone.simulator.report.Figures;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.ReportedFinding;
import dev.sidetone.simulator.wire.WireJson;
import dev.sidetone.simulator.wire.WireRow;
import dev.sidetone.ui.selection.Selection;
import dev.sidetone.ui.selection.SelectionModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The details of the selected part of the call in view. On the FX thread; {@link #show} runs at every pulse. */
public final class DetailsModel {
    private final SelectionModel selection;
    private final LongFunction<@Nullable WireRow> messages;
    private final LongFunction<@Nullable EventLine> events;
    private final ReadOnlyObjectWrapper<PartDetails> details = new ReadOnlyObjectWrapper<>(PartDetails.NONE);
    private @Nullable CallResult result;
    private CallTranscript words = CallTranscript.NONE;
    private @Nullable Selection shown;

    /**
     * @param messages the message of a row's id, or null
     * @param events the event at a place of their list, or null
     */
    public DetailsModel(
            SelectionModel selection,
            LongFunction<@Nullable WireRow> messages,
            LongFunction<@Nullable EventLine> events) {
        this.selection = selection;
        this.messages = messages;
        this.events = events;
    }

    /** Shows the selected part of a call, as far as it is known now; null is no call. */
    public void show(@Nullable CallResult now, CallTranscript said) {
        Selection part = selection.selectedProperty().get();
        if (!Objects.equals(part, shown) || !Objects.equals(now, result) || !said.equals(words)) {
            shown = part;
            result = now;
            words = said;
            details.set(part == null || now == null ? PartDetails.NONE : of(part, now));
        }
    }

    private PartDetails of(Selection part, CallResult call) {
        return switch (part.kind()) {
            case TURN -> turn(part, call);
            case BARGE_IN ->
                part.number() < call.bargeIns().size()
                        ? TurnDetails.of(call.bargeIns().get((int) part.number()))
                        : PartDetails.NONE;
            case EVENT -> event(events.apply(part.number()));
            case FINDING ->
                part.number() < call.findings().size()
                        ? finding(call.findings().get((int) part.number()))
                        : PartDetails.NONE;
            case MESSAGE -> message(messages.apply(part.number()), call);
        };
    }

    private PartDetails turn(Selection part, CallResult call) {
        return call.turns().stream()
                .filter(turn -> turn.turn() == part.number())
                .findFirst()
                .map(turn -> TurnDetails.of(turn, words.callers().getOrDefault(turn.turn(), ""), call))
                .orElse(PartDetails.NONE);
    }

    private static PartDetails event(@Nullable EventLine event) {
        return event == null
                ? PartDetails.NONE
                : new PartDetails("Event", List.of(event.clock().strip() + " · " + event.who(), event.text()));
    }

    private static PartDetails finding(ReportedFinding finding) {
        List<String> lines = new ArrayList<>();
        if (finding.atMs() != null) {
            lines.add(Figures.clock(finding.atMs()) + (finding.frame() == null ? "" : " · message " + finding.frame()));
        }
        lines.add(finding.what());
        FindingPage page = FindingPage.of(finding.code());
        if (!page.cause().isEmpty()) {
            lines.add("Usual cause: " + page.cause());
        }
        lines.add("Cure: " + finding.cure());
        return new PartDetails(finding.severity().word() + " " + finding.code(), lines);
    }

    private static PartDetails message(@Nullable WireRow row, CallResult call) {
        if (row == null) {
            return PartDetails.NONE;
        }
        List<String> lines = new ArrayList<>();
        Double fromMs = row.fromMs();
        Double toMs = row.toMs();
        if (fromMs != null && toMs != null) {
            lines.add(Figures.clock(fromMs) + (row.count() > 1 ? " – " + Figures.clock(toMs) : "") + " · "
                    + (row.toAgent() ? "→ to the agent" : "← to the caller"));
        }
        if (row.firstNumber() > 0) {
            lines.add("the server’s message " + row.firstNumber()
                    + (row.lastNumber() > row.firstNumber() ? " to " + row.lastNumber() : ""));
        }
        if (row.isSound()) {
            lines.add(row.bytes() + " bytes of sound, left out here");
        }
        if (!row.exact()) {
            lines.add("worded by what was recorded, not letter by letter");
        }
        call.findings().stream()
                .filter(finding -> finding.frame() != null && row.holds(finding.frame()))
                .forEach(finding -> lines.add(finding.code() + ": " + finding.what()));
        String name = row.count() > 1 ? row.kind() + " × " + row.count() : row.kind();
        return new PartDetails(name, lines, WireJson.pretty(row));
    }

    ReadOnlyObjectProperty<PartDetails> detailsProperty() {
        return details.getReadOnlyProperty();
    }

    /** Shows the selected part in the timeline and in its list. */
    void reveal() {
        Selection part = selection.selectedProperty().get();
        if (part != null) {
            selection.reveal(part);
        }
    }
}
