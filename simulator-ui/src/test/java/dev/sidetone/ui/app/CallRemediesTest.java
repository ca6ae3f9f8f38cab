package dev.sidetone.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.phone.PhoneState.Trouble;
import dev.sidetone.ui.notice.Remedy;
import org.junit.jupiter.api.Test;

class CallRemediesTest {
    @Test
    void anOptionThatTheCureNamesIsOfferedWithItsValue() {
        assertThat(CallRemedies.of(new Trouble(
                        "Nobody listens.",
                        "Start the server, or dial the server at --to: --stream-origin ws://localhost:3000.")))
                .containsExactly(
                        new Remedy("apply", "Dial localhost instead", "--stream-origin", "ws://localhost:3000"),
                        Remedy.RETRY);
        assertThat(CallRemedies.of(new Trouble("Signature.", "Sign for it: --as https://calls.example.org, say.")))
                .containsExactly(
                        new Remedy("apply", "Sign as calls.example.org", "--as", "https://calls.example.org"),
                        Remedy.RETRY);
        assertThat(CallRemedies.of(new Trouble("405.", "Accept POST at this path, or ask by GET: --method GET.")))
                .containsExactly(new Remedy("apply", "Ask by GET", "--method", "GET"), Remedy.RETRY);
    }

    @Test
    void anExampleIsNoValueAndAWrongOptionOpensItsDialog() {
        assertThat(CallRemedies.of(new Trouble("Signature.", "Name it by --as https://voice.example.com.")))
                .containsExactly(Remedy.OPTIONS, Remedy.RETRY);
        assertThat(CallRemedies.of(new Trouble("This call cannot be made.", "/x.yaml is not there.")))
                .containsExactly(Remedy.OPTIONS, Remedy.RETRY);
    }

    @Test
    void aKeyThatIsMissingOrRefusedOpensTheSettings() {
        assertThat(CallRemedies.of(new Trouble("The agent refused the key.", "Set OPENAI_API_KEY anew.")))
                .containsExactly(Remedy.SETTINGS, Remedy.RETRY);
    }

    @Test
    void whateverElseFailedCanBeTriedAgain() {
        assertThat(CallRemedies.of(new Trouble("It broke.", "Call again."))).containsExactly(Remedy.RETRY);
    }
}
