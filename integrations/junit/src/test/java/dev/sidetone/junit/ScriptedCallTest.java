package dev.sidetone.junit;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sidetone.fixtures.Voices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes in a call's description are reported at the line that makes them, with the cure; no call is made. */
class ScriptedCallTest {
    @TempDir
    private Path folder = Path.of("");

    private final Phone phone = new Phone(new TestCalls(Path.of("none"), Keep.NONE));

    @Test
    void anAddressThatIsNoUrl() {
        for (String wrong : new String[] {
            "localhost:8080/voice", "http://", "ftp://localhost/", "http://localhost:99999/", "not a url"
        }) {
            mistake(() -> phone.dial(wrong))
                    .hasMessage("'" + wrong
                            + "' is no webhook's URL: write it whole, as in http://localhost:3000/incoming-call");
        }
    }

    @Test
    void aPublicOriginWithAPath() {
        mistake(() -> phone.dial("http://localhost:1/voice").as("https://example.com/voice"))
                .hasMessage(
                        "'https://example.com/voice' is no public origin: write it as in https://voice.example.com, without"
                                + " a path");
    }

    @Test
    void soundThatCannotBePlayed() throws IOException {
        Path text = Files.writeString(folder.resolve("words.wav"), "these are no samples");
        Path silent = folder.resolve("missing.wav");

        mistake(() -> phone.dialBridge().play(text)).hasMessageStartingWith(text + " is ");
        mistake(() -> phone.dialBridge().interrupt(ofMillis(500), silent)).hasMessage(silent + " is not there");
        mistake(() -> phone.dialBridge().play(folder)).hasMessageStartingWith(String.valueOf(folder));
    }

    @Test
    void wordsThatMakeNoSound() {
        for (String words : new String[] {"", " ", "…", "?!"}) {
            mistake(() -> phone.dialBridge().say(words)).hasMessageContaining("\"" + words + "\"");
        }
    }

    @Test
    void everyLanguageIsSaidOrRefused() {
        for (String words :
                new String[] {"Grüß Gott", "你好", "привет", "ok 👍", "1234567890123456789012345", "a\nb\0c"}) {
            try {
                assertThat(phone.dialBridge().say(words)).as(words).isNotNull();
            } catch (IllegalArgumentException refused) {
                assertThat(refused).as(words).hasMessageContaining("\"" + words + "\"");
            }
        }
    }

    @Test
    void everyVoiceOfTheFixturesSpeaksAndAnotherIsNamed() {
        Voices.names()
                .forEach(name -> assertThat(phone.dialBridge().sayVoice(name)).isNotNull());
        mistake(() -> phone.dialBridge().sayVoice("book-a-tabel"))
                .hasMessageStartingWith("there is no voice book-a-tabel; there are: ask-opening-hours, book-a-table, ");
        mistake(() -> phone.dialBridge().interruptVoice(ofMillis(500), "hm"))
                .hasMessageStartingWith("there is no voice hm; there are: ");
    }

    @Test
    void keysThatNoTelephoneHas() {
        for (String keys : new String[] {"", "12a", "+1"}) {
            mistake(() -> phone.dialBridge().press(keys))
                    .hasMessage("'" + keys + "' are no keys: write them as in \"12#\", of 0123456789*#");
        }
    }

    @Test
    void timesThatAreNone() {
        for (Duration wrong :
                new Duration[] {Duration.ZERO, ofMillis(-5), ofMinutes(11), Duration.ofSeconds(Long.MAX_VALUE / 1000)
                }) {
            mistake(() -> phone.dialBridge().pause(wrong))
                    .hasMessageStartingWith("pause(")
                    .hasMessageEndingWith("10 min");
            mistake(() -> phone.dialBridge().gap(wrong)).hasMessageStartingWith("gap(");
            mistake(() -> phone.dialBridge().patience(wrong)).hasMessageStartingWith("patience(");
            mistake(() -> phone.dialBridge().interrupt(wrong, "stop")).hasMessageStartingWith("interrupt(");
            mistake(() -> phone.dialBridge().hangUpInAnswer(wrong)).hasMessageStartingWith("hangUpInAnswer(");
        }
        mistake(() -> phone.dialBridge().atMost(Duration.ZERO)).hasMessageStartingWith("atMost(PT0S)");
    }

    @Test
    void numbersThatAreNone() {
        mistake(() -> phone.dialBridge().restPort(0)).hasMessage("restPort(0): expected a port of 1 to 65535");
        mistake(() -> phone.dialBridge().attempts(0)).hasMessage("attempts(0): expected 1 to 10");
    }

    @Test
    void aFaultThatIsMisspelt() {
        mistake(() -> phone.dialBridge().fault("stal=2s"))
                .hasMessageStartingWith("'stal' is no line fault: is stall meant?");
        mistake(() -> phone.dialBridge().fault("stall=2")).hasMessageContaining("as in stall=500ms");
        mistake(() -> phone.dialBridge().fault("nothing-like-it"))
                .hasMessageContaining(". Faults of a fake agent behind the embedded bridge: key, 401, ");
    }

    @Test
    void settingsOfAnAgentForAServerThatHasItsOwn() {
        for (ThrowingCallable wrong : new ThrowingCallable[] {
            () -> phone.dial("http://localhost:1/voice").agent("openai"),
            () -> phone.dial("http://localhost:1/voice").agentUrl("ws://localhost:1/"),
            () -> phone.dial("http://localhost:1/voice").agentConfig(folder),
            () -> phone.dial("http://localhost:1/voice").agentScript(folder),
            () -> phone.dial("http://localhost:1/voice").fault("429"),
        }) {
            assertThatThrownBy(wrong)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "agent settings are for phone.dialBridge(), where Sidetone's own bridge connects to the agent: the"
                                    + " server at http://localhost:1/voice has an agent of its own");
        }
        assertThatThrownBy(() -> phone.dialBridge().as("https://example.com"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("as(…) is for a server of your own, and this call goes to the embedded bridge");
    }

    @Test
    void anAgentThatDoesNotExist() {
        assertThatThrownBy(() -> phone.dialBridge().agent("opnai").hangUp())
                .isInstanceOf(CallNotMade.class)
                .hasMessageStartingWith("no agent opnai; there are: practice, fake-openai, ");
        assertThatThrownBy(() -> phone.dialBridge()
                        .agentConfig(folder.resolve("no.yaml"))
                        .hangUp())
                .isInstanceOf(CallNotMade.class)
                .hasMessageContaining("no.yaml");
        assertThatThrownBy(() -> phone.dialBridge()
                        .agentScript(folder.resolve("no.yaml"))
                        .hangUp())
                .isInstanceOf(CallNotMade.class)
                .hasMessageContaining("no.yaml");
    }

    @Test
    void aRecordedCallThatIsNone() {
        assertThatThrownBy(() -> phone.dialBridge().replay(folder))
                .isInstanceOf(CallNotMade.class)
                .hasMessageContaining(folder + " is not the folder of a recorded call")
                .hasMessageContaining("events.jsonl");
        assertThatThrownBy(() -> phone.dialBridge().press("1").replay(folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "phone.dialBridge(): replay(…) stands alone, since the recorded caller says everything; leave the"
                                + " rest out");
    }

    @Test
    void aServerThatIsNotThereAndACallThatIsMadeTwice() {
        ScriptedCall call = phone.dial("http://localhost:1/voice");

        assertThatThrownBy(call::hangUp)
                .isInstanceOf(CallNotMade.class)
                .hasMessage("Nobody listens at localhost:1. Start the server, or correct host and port of"
                        + " http://localhost:1/voice.");
        assertThatThrownBy(call::hangUp)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("phone.dial(\"http://localhost:1/voice\") was made already: dial again for another call");
    }

    private static AbstractThrowableAssert<?, ?> mistake(ThrowingCallable written) {
        return assertThatThrownBy(written).isInstanceOf(IllegalArgumentException.class);
    }
}
