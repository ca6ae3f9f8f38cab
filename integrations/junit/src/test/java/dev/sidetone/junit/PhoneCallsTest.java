package dev.sidetone.junit;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.security.RequestValidator;
import dev.sidetone.simulator.timeline.EndedBy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

/** Calls as tests make them, on real sockets, several at once. */
@PhoneTest
class PhoneCallsTest {
    @Test
    void aServerThatStaysSilentIsNamedWithWhatWasMissing(Phone phone) throws Exception {
        try (ServerInTest server = new ServerInTest()) {
            FinishedCall call = phone.dial(server.url("/voice"))
                    .patience(ofMillis(500))
                    .say("Hello?")
                    .hangUp();

            assertThat(call.result().turns()).hasSize(1);
            assertThatThrownBy(() -> call.expectGreetingWithin(ofSeconds(60)))
                    .isInstanceOf(AssertionFailedError.class)
                    .hasMessageStartingWith(
                            "No greeting was heard; one was expected within 60000 ms of the stream's beginning.")
                    .hasMessageContaining("turn 1  caller ")
                    .hasMessageContaining("Recording: " + call.recording());
            assertThatThrownBy(() -> call.expectAgentSaid("hello"))
                    .hasMessageStartingWith(
                            "Nobody knows whether the agent said \"hello\": words are known of the embedded bridge");
            assertThatThrownBy(call::expectYield).hasMessageStartingWith("There was no barge-in");
        }
    }

    @Test
    void aServerIsAskedAsTwilioWouldAskIt(Phone phone) throws Exception {
        String token = "0123456789abcdef0123456789abcdef";
        try (ServerInTest server = new ServerInTest()) {
            phone.dial(server.url("/voice"))
                    .as("https://voice.example.com")
                    .authToken(token)
                    .from("+15550111")
                    .number("+15550222")
                    .param("StirVerstat", "TN-Validation-Passed-A")
                    .atMost(ofMillis(300))
                    .stayOn();

            assertThat(server.header("Host")).isEqualTo("voice.example.com");
            assertThat(server.form())
                    .containsEntry("From", "+15550111")
                    .containsEntry("To", "+15550222")
                    .containsEntry("StirVerstat", "TN-Validation-Passed-A");
            assertThat(new RequestValidator(token)
                            .validate(
                                    "https://voice.example.com/voice",
                                    server.form(),
                                    server.header("X-Twilio-Signature")))
                    .as("by Twilio's own judge of signatures")
                    .isTrue();
        }
    }

    @Test
    void anAgentsWordsAndToolsAreExpected(Phone phone, @TempDir Path folder) throws Exception {
        Path script = Files.writeString(
                folder.resolve("script.yaml"),
                """
                endpointing: 200ms
                greeting: Good morning.
                turns:
                  - { think: 50ms, call-tool: look_up, arguments: { day: Tuesday } }
                  - { think: 50ms, end: true }
                """);
        try (ServerInTest server = new ServerInTest()) {
            Path settings = Files.writeString(
                    folder.resolve("agent.yaml"),
                    """
                    tools:
                      - { name: look_up, description: looks a day up, parameters: { type: object }, http: "%s" }
                      - { builtin: end_call }
                    """
                            .formatted(server.url("/look-up")));

            FinishedCall call = phone.dialBridge()
                    .agent("fake-openai")
                    .agentConfig(settings)
                    .agentScript(script)
                    .seed(7)
                    .from("+15550111")
                    .fault("jitter=5ms")
                    .say("Hello.")
                    .say("Good-bye.")
                    .stayOn();

            call.expectAgentSaid("good morning").expectTool("look_up").expectNoFinding("tool-without-result");
            assertThat(call.tools().get(0).arguments()).isEqualTo("{\"day\":\"Tuesday\"}");
            call.expectAgentSaid("That is done").expectEndedBy(EndedBy.AGENT);
            assertThat(call.report()).contains("ended by agent");
        }
    }

    @Test
    void theCallerOfARecordedCallSpeaksAgain(Phone phone, @TempDir Path folder) throws Exception {
        Path script = Files.writeString(
                folder.resolve("agent.yaml"),
                """
                endpointing: 200ms
                greeting: Yes?
                turns: [ { think: 50ms, say: "Good-bye." } ]
                """);
        FinishedCall call =
                phone.dialBridge().agentScript(script).say("Hello.").press("4#").hangUp();

        FinishedCall again = phone.dialBridge().agentScript(script).replay(Objects.requireNonNull(call.recording()));

        call.expectKeys("4#").expectEndedBy(EndedBy.CALLER).expectAgentSaid("good bye");
        assertThat(again.result().turns()).hasSameSizeAs(call.result().turns());
        again.expectEndedBy(EndedBy.CALLER);
    }

    @Test
    void aCallEndsWhenItHasLastedLongEnough(Phone phone) {
        FinishedCall call =
                phone.dialBridge().atMost(ofMillis(300)).pause(ofSeconds(60)).hangUp();

        assertThat(call.result().call().durationMs()).isLessThan(60_000);
        assertThatThrownBy(() -> call.expectEndedBy(EndedBy.SERVER)).hasMessageStartingWith("The call was ended by ");
    }
}
