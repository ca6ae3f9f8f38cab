package dev.sidetone.simulator.live.number;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.twilio.rest.TwilioApi;
import dev.sidetone.simulator.live.StrangersCloud;
import dev.sidetone.simulator.live.number.RestoreResult.Outcome;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a stranger's cloud does while a number is put back, the number's note stays until it is, and the result names the reason. */
@Timeout(240)
@EnabledIf("dev.sidetone.simulator.live.StrangersCloud#canRun")
class FailingPutBackIT {
    private static final String ORIGIN = "https://bridge.example";

    @TempDir
    private Path folder = Path.of("");

    private StrangersCloud cloud;
    private TwilioApi api;
    private NumberLoan loan;
    private int pauses;

    @BeforeEach
    void borrow() throws Exception {
        cloud = new StrangersCloud(folder);
        api = new TwilioApi(cloud.account());
        loan = loans().borrow(cloud.sid(StrangersCloud.OWNED), ORIGIN);
    }

    @AfterEach
    void close() throws Exception {
        loan.release();
        api.close();
        cloud.close();
    }

    @Test
    void aGatewaysHtmlAndTextAreRetriedAsTwiliosJsonIsAndNamed() {
        for (int status : List.of(401, 429, 503)) {
            cloud.answersHtml("Numbers", status);
            assertThat(failing().what())
                    .contains(
                            "+15550301 is not put back",
                            "answered " + status + " with a web page (\"Gate Gateway says no\")");
            assertThat(pauses).as("pauses at %s", status).isEqualTo(status == 401 ? 0 : 2);
            cloud.heals();
        }
        cloud.answersText("POST .*Numbers", 503);
        assertThat(failing().what())
                .contains("answered 503 with a text", "It has now voice URL: https://bridge.example/voice");
        cloud.heals();
        cloud.answersJson("POST .*Numbers", 401, 20003, "Authenticate");
        assertThat(failing().what()).contains("Authenticate (20003)", "It has now voice URL");
        cloud.heals();

        assertThat(loan.restore().outcome()).isEqualTo(Outcome.RESTORED);
        assertThat(cloud.settings(StrangersCloud.OWNED)).containsEntry("voice_url", StrangersCloud.OWNERS_VOICE_URL);
    }

    @Test
    void aRefusedConnectionIsNamedAndTheNumberGoesBackOnceSomebodyListens() {
        cloud.refuses();
        assertThat(failing().what()).contains("127.0.0.1 cannot be reached");
        cloud.listens();
        assertThat(loan.restore().outcome()).isEqualTo(Outcome.RESTORED);
    }

    @Test
    void aNumberThatIsNotOnTheAccountKeepsItsNoteAndTheResultNamesWhatItHeld() {
        cloud.removes(StrangersCloud.OWNED);
        RestoreResult result = failing();
        assertThat(result.what()).contains("is not on this account (20404)");
        assertThat(result.cure()).contains("It held voice URL: " + StrangersCloud.OWNERS_VOICE_URL, "delete ");
    }

    @Test
    void aNumberThatSomebodyChangedMeanwhileIsPutBackFieldByField() {
        cloud.sets(StrangersCloud.OWNED, "voice_url", "https://else.example/answer");
        assertThat(loan.restore().what())
                .contains("left as it is: voice URL: https://else.example/answer", "put back: ");
        assertThat(cloud.settings(StrangersCloud.OWNED))
                .containsEntry("voice_url", "https://else.example/answer")
                .containsEntry("status_callback", "https://owner.example/status");
    }

    private RestoreResult failing() {
        pauses = 0;
        RestoreResult result = loan.restore();
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(NumberLoans.hasNotes(folder.resolve("numbers"))).isTrue();
        return result;
    }

    private NumberLoans loans() {
        return new NumberLoans(api, folder.resolve("numbers"), ns -> pauses++, Clock.systemUTC());
    }
}
