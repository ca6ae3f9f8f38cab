package dev.sidetone.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.agent.AgentService;
import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.bridge.agent.ModelEnd;
import dev.sidetone.bridge.agent.gptlive.GptLive;
import dev.sidetone.bridge.agent.openai.OpenAi;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What nobody chose must not be switched off under him. */
class DefaultsTest {
    /** Models and voices are changed a month before their end. */
    private static final int DAYS_LEFT = 30;

    /** It goes by today's date: it fails when a default has to be changed. */
    @Test
    void noDefaultEndsWithinThirtyDays() {
        assertThat(endingDefaults(LocalDate.now(ZoneOffset.UTC))).isEmpty();
    }

    @Test
    void aDefaultIsCalledAMonthBeforeItsEnd() {
        ModelEnd end = new ModelEnd("gpt-realtime-2.1", LocalDate.of(2030, 6, 30), "gpt-next");
        AgentService ending = OpenAi.REALTIME.withEnds(List.of(end));
        assertThat(ending(ending, LocalDate.of(2030, 5, 30))).isEmpty();
        assertThat(ending(ending, LocalDate.of(2030, 5, 31))).containsExactly(end);
    }

    @Test
    void everyDefaultCarriesTheDateOfItsCheckAndOneToBeCheckedAgain() {
        assertThat(AgentServices.all()).allSatisfy(service -> assertThat(service.bestBefore())
                .isAfter(service.checked())
                .isBeforeOrEqualTo(service.checked().plusYears(1)));
    }

    @Test
    void anEndIsThatOfAModelAndOfItsSnapshotsAndOfNoOther() {
        AgentSettings settings = OpenAi.REALTIME.defaults();
        assertThat(OpenAi.REALTIME.endsOf(settings.withModel("gpt-realtime"))).hasSize(1);
        assertThat(OpenAi.REALTIME.endsOf(settings.withModel("gpt-realtime-2025-08-28")))
                .singleElement()
                .satisfies(end -> assertThat(end.successor()).isEqualTo("gpt-realtime-2.1"));
        assertThat(OpenAi.REALTIME.endsOf(settings.withModel("gpt-realtime-1.5")))
                .isEmpty();
        assertThat(OpenAi.REALTIME.endsOf(settings.withTranscription("whisper-1")))
                .singleElement()
                .satisfies(end -> assertThat(end.endsOn()).isEqualTo("2027-02-26"));
        assertThat(OpenAi.COMPATIBLE.endsOf(settings.withModel("gpt-realtime")))
                .as("another server's model of that name")
                .isEmpty();
    }

    @Test
    void theModelBehindAVoiceHasAnEndToo() {
        ModelEnd end = new ModelEnd("gpt-5.6-luna", LocalDate.of(2030, 6, 30), "gpt-next");
        AgentService ending = GptLive.SERVICE.withEnds(List.of(end));
        assertThat(ending.endsOf(ending.defaults())).containsExactly(end);
        assertThat(ending.endsOf(
                        ending.defaults().withWire(ending.defaults().wire().withToolModel("gpt-other"))))
                .isEmpty();
    }

    @Test
    void aSuccessorOutlivesWhatItFollows() {
        assertThat(AgentServices.all())
                .flatExtracting(AgentService::ends)
                .noneMatch(end -> OpenAi.REALTIME.ends().stream().anyMatch(other -> other.isOf(end.successor())));
    }

    /** OpenAI has switched the older shape off as a whole: nothing follows its models there. */
    private static List<ModelEnd> endingDefaults(LocalDate today) {
        return AgentServices.all().stream()
                .filter(service -> !service.equals(OpenAi.BETA))
                .flatMap(service -> ending(service, today).stream())
                .toList();
    }

    private static List<ModelEnd> ending(AgentService service, LocalDate today) {
        return service.endsOf(service.defaults()).stream()
                .filter(end -> end.daysLeft(today) <= DAYS_LEFT)
                .toList();
    }
}
