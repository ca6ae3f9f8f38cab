package dev.sidetone.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Wire;
import dev.sidetone.simulator.wire.WireLog.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

class WireLogTest {
    private static final long MS = 1_000_000;

    private final WireLog log = new WireLog(100);

    @Test
    void messagesInARowThatCarrySoundAreOneRow() {
        begin();
        for (int i = 0; i < 48; i++) {
            log.accept(new Fact.FrameWritten(i * 20L * MS, i, 0));
        }
        assertThat(rows()).hasSize(2);
        WireRow run = rows().get(1);
        assertThat(run.kind()).isEqualTo("media");
        assertThat(run.count()).isEqualTo(48);
        assertThat(run.bytes()).isEqualTo(48 * 160);
        assertThat(run.fromMs()).isEqualTo(0);
        assertThat(run.toMs()).isEqualTo(47 * 20);
    }

    @Test
    void eachDirectionHasItsOwnRun() {
        begin();
        for (int i = 0; i < 10; i++) {
            log.accept(new Fact.FrameWritten(i * 20L * MS, i, 0));
            log.accept(new Fact.MediaArrived(i * 20L * MS + 1, i + 1, 160));
        }
        assertThat(rows()).extracting(WireRow::toAgent).containsExactly(true, true, false);
        assertThat(rows()).extracting(WireRow::count).containsExactly(1, 10, 10);
        assertThat(rows().get(2).firstNumber()).isEqualTo(1);
        assertThat(rows().get(2).lastNumber()).isEqualTo(10);
        assertThat(rows().get(2).holds(7)).isTrue();
        assertThat(rows().get(2).holds(11)).isFalse();
    }

    @Test
    void anotherMessageEndsARunAndSoDoFiveSeconds() {
        begin();
        log.accept(new Fact.MediaArrived(1 * MS, 1, 160));
        log.accept(server(2 * MS, 2, "{\"event\":\"mark\"}"));
        log.accept(new Fact.MediaArrived(3 * MS, 3, 160));
        log.accept(new Fact.MediaArrived(5_002 * MS, 4, 160));
        log.accept(new Fact.MediaArrived(5_003 * MS, 5, 160));
        assertThat(rows()).extracting(WireRow::kind).containsExactly("start", "media", "mark", "media", "media");
        assertThat(rows()).extracting(WireRow::count).containsExactly(1, 1, 1, 2, 1);
    }

    @Test
    void soundOfDifferentKindsIsNotFoldedTogether() {
        begin();
        log.accept(agent(1 * MS, 216, "{\"type\":\"a.delta\",\"delta\":\"(216 characters)\"}"));
        log.accept(agent(2 * MS, 216, "{\"event_id\":\"2\",\"type\":\"a.delta\",\"delta\":\"(216 characters)\"}"));
        log.accept(agent(3 * MS, 216, "{\"type\":\"b.delta\",\"delta\":\"(216 characters)\"}"));
        assertThat(rows()).extracting(WireRow::kind).containsExactly("start", "a.delta", "b.delta");
        assertThat(rows().get(1).count()).isEqualTo(2);
        assertThat(rows().get(1).bytes()).isEqualTo(2 * 162);
    }

    @Test
    void aReaderGetsOnlyWhatIsNewAndWhatStillGrows() {
        begin();
        log.accept(new Fact.FrameWritten(1 * MS, 0, 0));
        Reading first = log.since(0);
        assertThat(first.rows()).hasSize(2);
        assertThat(first.openId()).isEqualTo(1);
        log.accept(new Fact.FrameWritten(21 * MS, 1, 0));
        log.accept(server(22 * MS, 1, "{\"event\":\"clear\"}"));
        Reading second = log.since(first.openId());
        assertThat(second.fromId()).isEqualTo(1);
        assertThat(second.rows()).extracting(WireRow::kind).containsExactly("media", "clear");
        assertThat(second.rows().get(0).count()).isEqualTo(2);
    }

    @Test
    void onlyTheLatestRowsAreKeptAndTheOthersCounted() {
        begin();
        for (int i = 1; i <= 250; i++) {
            log.accept(server(i * MS, i, "{\"event\":\"mark\"}"));
        }
        Reading reading = log.since(0);
        assertThat(reading.rows()).hasSize(100);
        assertThat(reading.firstId()).isEqualTo(151);
        assertThat(reading.dropped()).isEqualTo(151);
        assertThat(reading.rows().get(99).firstNumber()).isEqualTo(250);
    }

    @Test
    void aRunThatIsDroppedWhileItGrowsGoesOnInANewRow() {
        begin();
        log.accept(new Fact.FrameWritten(1 * MS, 0, 0));
        for (int i = 1; i <= 100; i++) {
            log.accept(server(i * MS, i, "{\"event\":\"mark\"}"));
        }
        log.accept(new Fact.FrameWritten(101 * MS, 1, 0));
        List<WireRow> rows = log.since(0).rows();
        assertThat(rows).hasSize(100);
        assertThat(rows.get(99).kind()).isEqualTo("media");
        assertThat(rows.get(99).count()).isEqualTo(1);
    }

    @Test
    void longMessagesTakeNoMoreMemoryThanManyShortOnes() {
        WireLog roomy = new WireLog();
        String text = "{\"type\":\"x\",\"words\":\"" + "so it goes ".repeat(700) + "\"}";
        for (int i = 0; i < 2_000; i++) {
            roomy.accept(agent(i * MS, 0, text));
        }
        long chars = roomy.since(0).rows().stream()
                .mapToLong(row -> row.json().length())
                .sum();
        assertThat(chars).isBetween(WireLog.MOST_CHARS / 2L, (long) WireLog.MOST_CHARS);
        assertThat(roomy.since(0).rows()).last().extracting(WireRow::id).isEqualTo(1_999L);
    }

    @Test
    void aSecretIsNotKept() {
        begin();
        log.accept(agent(1, 0, "{\"type\":\"session.created\",\"client_secret\":\"ek_0123456789abcdef0123\"}"));
        assertThat(rows().get(1).json()).contains("[redacted]").doesNotContain("0123456789abcdef");
    }

    @Test
    void anOlderRecordingsMessagesAreWordedByItsFacts() {
        log.accept(new Fact.StreamStarted(0, "MZ1"));
        log.accept(new Fact.MarkArrived(1 * MS, 3, "a \"quoted\" name"));
        log.accept(new Fact.ClearArrived(2 * MS, 4, 800, 1));
        log.accept(new Fact.MarkEchoed(2 * MS, "m", false));
        log.accept(new Fact.KeyPressed(3 * MS, '5'));
        assertThat(rows()).extracting(WireRow::kind).containsExactly("start", "mark", "clear", "mark", "dtmf");
        assertThat(rows()).noneMatch(WireRow::exact);
        assertThat(rows().get(1).json())
                .isEqualTo("{\"event\":\"mark\",\"mark\":{\"name\":\"a \\\"quoted\\\" name\"}}");
        assertThat(rows().get(2).holds(4)).isTrue();
    }

    @Test
    void whatPassedIsNotWordedASecondTime() {
        begin();
        log.accept(server(1 * MS, 1, "{\"event\":\"mark\"}"));
        log.accept(new Fact.MarkArrived(1 * MS, 1, "m"));
        assertThat(rows()).extracting(WireRow::kind).containsExactly("start", "mark");
    }

    @Test
    void aMessageIsNamedByItsOuterFieldsAlone() {
        assertThat(MessageKind.of("{\"streamSid\":\"MZ1\",\"event\":\"mark\"}")).isEqualTo("mark");
        assertThat(MessageKind.of("{\"setup\":{\"type\":\"OBJECT\"}}")).isEqualTo("setup");
        assertThat(MessageKind.of("{\"item\":{\"a\":[1,2]},\"type\":\"x\",\"cut\":\"off"))
                .isEqualTo("x");
        assertThat(MessageKind.of("{}")).isEqualTo("not JSON");
        assertThat(MessageKind.of("<html>")).isEqualTo("not JSON");
        assertThat(MessageKind.of("(binary, 640 bytes)")).isEqualTo("binary");
    }

    private void begin() {
        log.accept(new Fact.MessagePassed(0, 0, Wire.TWILIO, true, 0, 1, 0, "{\"event\":\"start\"}"));
        log.accept(new Fact.StreamStarted(0, "MZ1"));
    }

    private List<WireRow> rows() {
        return log.since(0).rows();
    }

    private static Fact server(long atNs, long number, String text) {
        return new Fact.MessagePassed(atNs, atNs, Wire.TWILIO, false, number, 1, 0, text);
    }

    private static Fact agent(long atNs, long soundChars, String text) {
        return new Fact.MessagePassed(atNs, atNs, Wire.AGENT, false, 0, 1, soundChars, text);
    }
}
