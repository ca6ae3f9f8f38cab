package dev.sidetone.ui.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.recording.RecordedCall;
import dev.sidetone.simulator.recording.RecordedCall.State;
import dev.sidetone.simulator.recording.RecordingLabel;
import dev.sidetone.simulator.report.QualityBand;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallRowsTest {
    private static final Instant NOW = Instant.parse("2026-03-20T10:00:00Z");

    @Test
    void aRowSaysWhomTheCallReachedWhenWhoSpokeHowLongAndHowFast() {
        CallRow row = row(call("2026-03-20T09:12:40Z", RecordingLabel.of(":3000/voice", "mic"), State.WHOLE));

        assertThat(row.title()).isEqualTo(":3000/voice");
        assertThat(row.time()).isEqualTo("09:12");
        assertThat(row.detail()).isEqualTo("mic");
        assertThat(row.duration()).isEqualTo("1:12");
        assertThat(row.median()).isEqualTo("941 ms");
        assertThat(row.band()).isEqualTo(QualityBand.AMBER);
        assertThat(row.spoken()).isEqualTo(":3000/voice, 09:12, mic, 1:12, median 941 ms, 2 findings");
    }

    @Test
    void aNameStandsFirstAndWhomItReachedSecond() {
        RecordingLabel label =
                RecordingLabel.of("Practice agent", "demo").named("booking").kept(true);

        CallRow row = row(call("2026-03-20T09:12:40Z", label, State.WHOLE));

        assertThat(row.title()).isEqualTo("booking");
        assertThat(row.detail()).isEqualTo("Practice agent");
        assertThat(row.isKept()).isTrue();
        assertThat(row.matches("BOOK agent")).isTrue();
        assertThat(row.matches("book demo")).isTrue();
        assertThat(row.matches("book mic")).isFalse();
        assertThat(row.matches("  ")).isTrue();
    }

    @Test
    void anOlderCallSaysItsDay() {
        assertThat(row(call("2026-03-19T23:59:00Z", RecordingLabel.NONE, State.WHOLE))
                        .time())
                .isEqualTo("Thu 23:59");
        assertThat(row(call("2026-03-13T08:00:00Z", RecordingLabel.NONE, State.WHOLE))
                        .time())
                .isEqualTo("13 Mar 08:00");
        assertThat(row(call("2025-03-13T08:00:00Z", RecordingLabel.NONE, State.WHOLE))
                        .time())
                .isEqualTo("13 Mar 2025");
    }

    @Test
    void whatIsMissingOfARecordingIsSaid() {
        assertThat(row(call("2026-03-20T09:12:40Z", RecordingLabel.NONE, State.CUT))
                        .detail())
                .isEqualTo("cut off");
        assertThat(row(call("2026-03-20T09:12:40Z", RecordingLabel.NONE, State.RUNNING))
                        .detail())
                .isEqualTo("being recorded");
        assertThat(row(call("2026-03-20T09:12:40Z", RecordingLabel.NONE, State.UNREADABLE))
                        .detail())
                .isEqualTo("unreadable");
    }

    @Test
    void hoursAreShownOnlyWhereThereAreAny() {
        assertThat(CallRows.duration(27_400)).isEqualTo("0:27");
        assertThat(CallRows.duration(3_723_000)).isEqualTo("1:02:03");
    }

    private static CallRow row(RecordedCall call) {
        List<CallRow> rows = new CallRows(NOW, ZoneOffset.UTC).of(List.of(), List.of(call));
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private static RecordedCall call(String startedAt, RecordingLabel label, State state) {
        return new RecordedCall(
                Path.of("20260320-091240-CA1"),
                Instant.parse(startedAt),
                label,
                label.target(),
                label.caller(),
                72_000.0,
                940.6,
                false,
                2,
                false,
                state);
    }
}
