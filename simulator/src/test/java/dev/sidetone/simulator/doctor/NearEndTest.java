package dev.sidetone.simulator.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.bridge.agent.SessionName;
import dev.sidetone.bridge.agent.openai.OpenAi;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The doctor says what of an agent's settings is near its end. */
class NearEndTest {
    private static final AgentSettings DEFAULTS = OpenAi.REALTIME.defaults();
    private static final LocalDate CHECKED = OpenAi.REALTIME.checked();

    @Test
    void nothingIsSaidOfDefaultsThatWereCheckedLately() {
        assertThat(NearEnd.of(OpenAi.REALTIME, DEFAULTS, CHECKED)).isEmpty();
    }

    @Test
    void aModelAndATranscriptionThatEndAreNamedWithTheirDaysAndTheirSuccessors() {
        AgentSettings old = DEFAULTS.withModel("gpt-realtime-2025-08-28").withTranscription("whisper-1");
        assertThat(NearEnd.of(OpenAi.REALTIME, old, LocalDate.of(2026, 12, 1)))
                .containsExactly(
                        "gpt-realtime of OpenAI Realtime is switched off by its vendor on 2027-01-20, in 50 days: write"
                                + " gpt-realtime-2.1 in the agent's settings in its place.",
                        "whisper-1 of OpenAI Realtime is switched off by its vendor on 2027-02-26, in 87 days: write"
                                + " gpt-transcribe in the agent's settings in its place.");
    }

    @Test
    void whatIsOverIsSaidToo() {
        AgentSettings old = DEFAULTS.withModel("gpt-realtime");
        assertThat(NearEnd.of(OpenAi.REALTIME, old, LocalDate.of(2027, 1, 19)).get(0))
                .contains("tomorrow");
        assertThat(NearEnd.of(OpenAi.REALTIME, old, LocalDate.of(2027, 1, 20)).get(0))
                .contains("was to be switched off on 2027-01-20");
    }

    @Test
    void defaultsThatWereCheckedLongAgoAreSaidToBe() {
        assertThat(NearEnd.of(OpenAi.REALTIME, DEFAULTS, OpenAi.REALTIME.bestBefore()))
                .isEmpty();
        assertThat(NearEnd.of(
                        OpenAi.REALTIME, DEFAULTS, OpenAi.REALTIME.bestBefore().plusDays(1)))
                .singleElement()
                .satisfies(notice -> assertThat(notice)
                        .contains("openai were checked last on " + CHECKED)
                        .contains("take a newer Sidetone"));
    }

    @Test
    void noticesAreOnTheTerminalAndInTheJson() {
        AgentVisit visit = new AgentVisit("openai", "wss://a", List.of(), SessionName.NONE, List.of(), List.of())
                .withNotices(List.of("It ends."));
        assertThat(AgentVisitReport.text(visit)).contains("\nIt ends.\nThe agent answers");
        assertThat(AgentVisitReport.json(visit).at("/notices/0").asText()).isEqualTo("It ends.");
    }
}
