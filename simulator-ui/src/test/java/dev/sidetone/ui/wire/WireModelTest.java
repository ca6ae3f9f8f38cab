package dev.sidetone.ui.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.timeline.CallResult.ReportedFinding;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Severity;
import dev.sidetone.simulator.timeline.Wire;
import dev.sidetone.simulator.wire.WireLog;
import dev.sidetone.simulator.wire.WireRow;
import java.util.List;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WireModelTest {
    private static final long MS = 1_000_000;

    private final WireLog log = new WireLog(200);
    private final WireModel model = new WireModel();

    WireModelTest() {
        log.accept(new Fact.MessagePassed(0, 0, Wire.TWILIO, true, 0, 1, 0, "{\"event\":\"start\"}"));
        log.accept(new Fact.StreamStarted(0, "MZ1"));
    }

    @Test
    void everythingIsListedInOrderAndSoundGrowsInItsRow() {
        log.accept(new Fact.FrameWritten(1 * MS, 0, 0));
        model.show(log, List.of());
        log.accept(new Fact.FrameWritten(21 * MS, 1, 0));
        log.accept(server(22 * MS, 1, "{\"event\":\"clear\"}"));
        model.show(log, List.of());

        assertThat(model.shown()).extracting(WireRow::kind).containsExactly("start", "media", "clear");
        assertThat(model.shown().get(1).count()).isEqualTo(2);
        model.show(log, List.of());
        assertThat(model.messagesProperty().get()).isEqualTo(4);
    }

    @Test
    void aPulseAddsAllThatIsNewAtOnce() {
        model.show(log, List.of());
        int[] additions = {0};
        model.shown().addListener((ListChangeListener<WireRow>) change -> additions[0]++);
        for (int i = 1; i <= 100; i++) {
            log.accept(server(i * MS, i, "{\"event\":\"mark\"}"));
        }
        model.show(log, List.of());
        assertThat(additions[0]).isEqualTo(1);
        assertThat(model.shown()).hasSize(101);
        model.show(log, List.of());
        assertThat(additions[0]).isEqualTo(1);
    }

    @Test
    void whatTheLogDropsLeavesTheListToo() {
        for (int i = 1; i <= 1_000; i++) {
            log.accept(server(i * MS, i, "{\"event\":\"mark\"}"));
            if (i % 50 == 0) {
                model.show(log, List.of());
            }
        }
        assertThat(model.shown()).hasSize(200);
        assertThat(model.shown().get(0).firstNumber()).isEqualTo(801);
        assertThat(model.droppedProperty().get()).isEqualTo(801);
        assertThat(model.row(model.shown().get(7).id())).isSameAs(model.shown().get(7));
        assertThat(model.row(0)).isNull();
    }

    @Test
    void filtersAndTextNarrowTheList() {
        log.accept(new Fact.FrameWritten(1 * MS, 0, 0));
        log.accept(server(2 * MS, 1, "{\"event\":\"mark\",\"mark\":{\"name\":\"Piece-7\"}}"));
        log.accept(agent(3 * MS, "{\"type\":\"response.done\"}"));
        model.show(log, List.of());

        assertThat(kinds(new WireFilter(Wire.AGENT, null, WireFilter.ANY, ""))).containsExactly("response.done");
        assertThat(kinds(new WireFilter(null, true, WireFilter.ANY, ""))).containsExactly("start", "media");
        assertThat(kinds(new WireFilter(null, null, WireFilter.NO_SOUND, "")))
                .containsExactly("start", "mark", "response.done");
        assertThat(kinds(new WireFilter(null, null, "mark", ""))).containsExactly("mark");
        assertThat(kinds(new WireFilter(null, null, WireFilter.ANY, " piece-7 ")))
                .containsExactly("mark");
        log.accept(server(4 * MS, 2, "{\"event\":\"mark\",\"mark\":{\"name\":\"piece-8\"}}"));
        log.accept(server(5 * MS, 3, "{\"event\":\"mark\",\"mark\":{\"name\":\"piece-77\"}}"));
        model.show(log, List.of());
        assertThat(model.shown()).hasSize(2);
        assertThat(model.kinds())
                .containsExactly("All kinds", "Without sound", "mark", "media", "response.done", "start");
    }

    @Test
    void aFindingIsPinnedToTheMessageThatItNames() {
        log.accept(new Fact.MediaArrived(1 * MS, 1, 160));
        log.accept(new Fact.MediaArrived(2 * MS, 2, 160));
        log.accept(server(3 * MS, 3, "{\"event\":\"bad\"}"));
        log.accept(agent(4 * MS, "{\"type\":\"x\"}"));
        model.show(log, List.of(found(2L, 2.0), found(3L, 3.0), found(9L, 20.0), found(null, 1.0)));

        assertThat(pins()).containsExactly(0, 1, 1, 0);
        log.accept(server(20 * MS, 9, "{\"event\":\"late\"}"));
        model.show(log, List.of(found(2L, 2.0), found(3L, 3.0), found(9L, 20.0), found(null, 1.0)));
        assertThat(pins()).containsExactly(0, 1, 1, 0, 1);
    }

    @Test
    void afterARedirectTheLaterStreamsMessageIsMeant() {
        log.accept(server(1 * MS, 1, "{\"event\":\"mark\"}"));
        log.accept(server(5_000 * MS, 1, "{\"event\":\"bad\"}"));
        log.accept(server(9_000 * MS, 1, "{\"event\":\"mark\"}"));
        model.show(log, List.of(found(1L, 5_000.0)));
        assertThat(pins()).containsExactly(0, 0, 1, 0);
    }

    @Test
    void anotherCallStartsEmpty() {
        model.show(log, List.of(found(1L, 0.0)));
        model.show(new WireLog(), List.of());
        assertThat(model.shown()).isEmpty();
        model.show(null, List.of());
        assertThat(model.messagesProperty().get()).isZero();
    }

    private List<String> kinds(WireFilter filter) {
        model.filterProperty().set(filter);
        return model.shown().stream().map(WireRow::kind).toList();
    }

    private List<Integer> pins() {
        return model.shown().stream().map(row -> model.pinned(row).size()).toList();
    }

    private static ReportedFinding found(@Nullable Long frame, double atMs) {
        return new ReportedFinding("31951", Severity.WARNING, "what", frame, atMs, "cure");
    }

    private static Fact server(long atNs, long number, String text) {
        return new Fact.MessagePassed(atNs, atNs, Wire.TWILIO, false, number, 1, 0, text);
    }

    private static Fact agent(long atNs, String text) {
        return new Fact.MessagePassed(atNs, atNs, Wire.AGENT, false, 0, 1, 0, text);
    }
}
