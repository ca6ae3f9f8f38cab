package dev.sidetone.ui.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.ReportedFinding;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Severity;
import dev.sidetone.simulator.timeline.Spool;
import dev.sidetone.ui.selection.Selection;
import dev.sidetone.ui.selection.Selection.Kind;
import dev.sidetone.ui.selection.SelectionModel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FindingsModelTest {
    private static final ReportedFinding LATE = finding("late-greeting", Severity.WARNING, null, 1_000.0);
    private static final ReportedFinding BAD = finding("31951", Severity.ERROR, 12L, 4_950.0);
    private static final ReportedFinding SLOW = finding("slow-webhook", Severity.SUSPICION, null, null);

    private final SelectionModel selection = new SelectionModel();
    private final List<Selection> revealed = new ArrayList<>();
    private final FindingsModel model = new FindingsModel(selection);

    FindingsModelTest() {
        selection.onReveal(revealed::add);
    }

    @Test
    void aFindingBringsItsCauseAndItsPage() {
        model.show(call(true, BAD, LATE));

        assertThat(model.rows()).hasSize(2);
        FindingRow bad = model.rows().get(0);
        assertThat(bad.page().address()).isEqualTo("https://www.twilio.com/docs/api/errors/31951");
        assertThat(bad.text())
                .contains(
                        "error 31951", "00:04.9 · message 12", "what of 31951", "Usual cause: ", "Cure: cure of 31951");
        assertThat(model.rows().get(1).page().address()).isEqualTo("docs/findings.md#what-goes-over-the-stream");
    }

    @Test
    void theWorstSeverityIsTheBadges() {
        model.show(call(true, SLOW, LATE));
        assertThat(model.worstProperty().get()).isEqualTo(Severity.WARNING);
        model.show(call(true, SLOW, LATE, BAD));
        assertThat(model.worstProperty().get()).isEqualTo(Severity.ERROR);
        model.show(null);
        assertThat(model.worstProperty().get()).isNull();
    }

    @Test
    void nextAndPreviousGoThroughTheProblemsInTheOrderOfTheCall() {
        model.show(call(true, SLOW, BAD, LATE));

        assertThat(model.next()).isTrue();
        assertThat(model.next()).isTrue();
        assertThat(model.next()).isFalse();
        assertThat(model.previous()).isTrue();
        assertThat(model.previous()).isFalse();
        assertThat(revealed).extracting(Selection::fromMs).containsExactly(1_000.0, 4_950.0, 1_000.0);
        assertThat(revealed).extracting(Selection::number).containsExactly(2L, 1L, 2L);
    }

    @Test
    void theyBeginAtWhateverIsSelected() {
        model.show(call(true, LATE, BAD));
        selection.select(new Selection(Kind.TURN, 1, 3_000, 4_200));
        model.next();
        selection.select(new Selection(Kind.TURN, 1, 3_000, 4_200));
        model.previous();
        assertThat(revealed).extracting(Selection::fromMs).containsExactly(4_950.0, 1_000.0);
    }

    @Test
    void withoutFindingsItSaysHowMuchWasLookedAt() {
        assertThat(model.nothingProperty().get()).startsWith("No call yet");
        model.show(call(false));
        assertThat(model.nothingProperty().get()).containsPattern("\\d+ checks look at the call");
        model.show(call(true));
        assertThat(model.nothingProperty().get()).matches("Checked: \\d+ checks, none found\\.");
        assertThat(model.next()).isFalse();
    }

    @Test
    void aPageOnTheWebIsOpenedAndADocumentIsNot() {
        List<String> opened = new ArrayList<>();
        model.openPagesWith(opened::add);
        model.show(call(true, BAD));
        assertThat(model.open(model.rows().get(0).page())).isTrue();
        assertThat(opened).containsExactly("https://www.twilio.com/docs/api/errors/31951");
    }

    private static CallResult call(boolean over, ReportedFinding... findings) {
        CallTimeline timeline = new CallTimeline("0.1.0", Spool.NONE);
        timeline.add(new Fact.CallAnswered(0));
        timeline.add(new Fact.StreamStarted(0, "MZ1"));
        if (over) {
            timeline.add(new Fact.CallEnded(9_000_000_000L, EndedBy.CALLER, "hung up"));
        }
        return timeline.close(9_000_000_000L).withFindings(List.of(findings));
    }

    private static ReportedFinding finding(
            String code, Severity severity, @Nullable Long frame, @Nullable Double atMs) {
        return new ReportedFinding(code, severity, "what of " + code, frame, atMs, "cure of " + code);
    }
}
