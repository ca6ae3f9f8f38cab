package dev.sidetone.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.fixtures.Voices;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.caller.Callers;
import dev.sidetone.simulator.caller.Clip;
import dev.sidetone.simulator.sound.LineWav;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

// Over 300 lines because every key of a scenario has its right and its wrong values here.
/** What a scenario's file says is what is played, and every mistake in it is named before any call. */
class ScenarioFileTest {
    private static final String SCENARIO =
            """
            name: yields to an interruption
            call: { to: "http://localhost:8080/voice", from: "+15550100", number: "+15550123", agent: fake-openai,
                    script: agent.yaml, params: { Language: en, Retry: 2 }, duration: 90s }
            line: { jitter: 20ms, mute: 2s@5s, seed: 7, drop: true, stall: "@3s" }
            steps:
              - hear: agent
                within: 1500ms
              - hear: silence
              - say: voices/book-a-table.wav
              - hear: agent
                within: 900ms
              - say: "Stop, please."
                interrupt: 800ms
              - expect: { clear: 300ms, silence: 0.4s, yields: true }
              - press: "12#"
              - fault: stall=2s
              - pause: 500ms
              - expect: { agent-said: table, tool: book_table, transfer: "+15550199", finding: 31951 }
              - hang-up: true
            expect:
              ttfa: { p50: 800ms, p95: 1115ms }
              findings: [31951, late-greeting]
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aFileSaysEverythingThatAScenarioHas() throws IOException, WrongSetting {
        Files.writeString(folder.resolve("agent.yaml"), "greeting: Hello");
        Scenario scenario = read(SCENARIO);
        assertThat(scenario.name()).isEqualTo("yields to an interruption");
        assertThat(scenario.call())
                .isEqualTo(new Scenario.Dialled(
                        URI.create("http://localhost:8080/voice"),
                        "+15550100",
                        "+15550123",
                        "fake-openai",
                        folder.resolve("agent.yaml"),
                        Map.of("Language", "en", "Retry", "2"),
                        Duration.ofSeconds(90)));
        assertThat(scenario.line().faults()).hasToString("jitter=20ms mute=2s@5s drop stall=2s@3s");
        assertThat(scenario.line().seed()).isEqualTo(7);
        assertThat(scenario.whole()).isEqualTo(new Scenario.Whole(800L, 1115L, List.of("31951", "late-greeting")));
        Clip table = voice("voices/book-a-table.wav");
        Clip stop = ((Step.Say) scenario.steps().get(4)).clip();
        assertThat(scenario.steps())
                .containsExactly(
                        new Step.HearAgent("hear: agent, within: 1500ms", 1500L),
                        new Step.HearSilence("hear: silence", null),
                        new Step.Say("say: voices/book-a-table.wav", table, null),
                        new Step.HearAgent("hear: agent, within: 900ms", 900L),
                        new Step.Say("say: \"Stop, please.\", interrupt: 800ms", stop, 800L),
                        new Step.Expect(
                                "expect: { clear: 300ms, silence: 0.4s, yields: true }",
                                List.of(
                                        new Expectation.Clear("clear: 300ms", 300),
                                        new Expectation.Silence("silence: 0.4s", 400),
                                        new Expectation.Yields("yields: true", true))),
                        new Step.Press("press: \"12#\"", "12#"),
                        new Step.InjectFault("fault: stall=2s", "stall=2s"),
                        new Step.Pause("pause: 500ms", 500),
                        new Step.Expect(
                                "expect: { agent-said: table, tool: book_table, transfer: \"+15550199\", finding: 31951 }",
                                List.of(
                                        new Expectation.AgentSaid("agent-said: table", "table"),
                                        new Expectation.Tool("tool: book_table", "book_table"),
                                        new Expectation.Transfer("transfer: \"+15550199\"", "+15550199"),
                                        new Expectation.Finding("finding: 31951", "31951"))),
                        new Step.HangUp("hang-up: true"));
    }

    @Test
    void whatIsLeftOutIsTheCommandLinesToDecide() throws IOException, WrongSetting {
        Scenario scenario = read("steps: [ hear: agent ]");
        assertThat(scenario.name()).isEqualTo("scenario");
        assertThat(scenario.call()).isEqualTo(Scenario.Dialled.USUAL);
        assertThat(scenario.line()).isEqualTo(Scenario.Line.CLEAR);
        assertThat(scenario.whole()).isEqualTo(Scenario.Whole.NOTHING);
        assertThat(read("steps: [ hear: agent ]\nexpect: { findings: none }")
                        .whole()
                        .allowedFindings())
                .isEmpty();
    }

    @Test
    void wordsAreSpokenByTheBuiltInVoiceTheSameAtEveryReading() throws IOException, WrongSetting {
        String words = "steps: [ say: \"Stop, please.\", say: \"Stop, please.\" ]";
        List<Step> steps = read(words).steps();
        Clip first = ((Step.Say) steps.get(0)).clip();
        assertThat(first.speechEnd() - first.speechStart()).isBetween(4_000, 16_000);
        assertThat(((Step.Say) steps.get(1)).clip()).isSameAs(first);
        assertSameSound(((Step.Say) read(words).steps().get(0)).clip(), first);
    }

    @Test
    void soundsAreNamedFromTheFilesFolderAndSidetonesOwnVoicesFromAnywhere() throws IOException, WrongSetting {
        Path sound = Files.createDirectory(folder.resolve("voices")).resolve("ask-opening-hours.wav");
        Files.write(sound, LineWav.of(Voices.open("thank-you-goodbye").samples()));
        List<Step> steps = read("steps: [ say: voices/ask-opening-hours.wav, say: voices/press-five.wav ]")
                .steps();
        assertSameSound(((Step.Say) steps.get(0)).clip(), voice("thank-you-goodbye"));
        assertSameSound(((Step.Say) steps.get(1)).clip(), voice("press-five"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            steps: []                              | 1 | at least one step
            steps: hello                           | 1 | expected a list
            name: x                                | 1 | "steps" is missing
            stepps: []                             | 1 | "steps" was meant?
            steps: [ hang-up ]                     | 1 | expected hear, within, say
            steps: [ {} ]                          | 1 | a step does one thing: hear, say
            steps: [ { say: hi, hear: agent } ]    | 1 | this one has hear and say: begin each with a -
            steps: [ { says: hi } ]                | 1 | "say" was meant?
            steps: [ { hear: agnet } ]             | 1 | expected agent (until it speaks) or silence
            steps: [ { hear: agent, within: 900 } ] | 1 | a time with its unit, as in 500ms
            steps: [ { hear: agent, within: 25h } ] | 1 | a time with its unit
            steps: [ { within: 1s } ]              | 1 | "within" stands beside "hear" only
            steps: [ { say: hi, within: 1s } ]     | 1 | "within" stands beside "hear" only
            steps: [ { hear: agent, interrupt: 1s } ] | 1 | "interrupt" stands beside "say" only
            steps: [ { say: " " } ]                | 1 | or words for the built-in voice, got none
            steps: [ { say: "!" } ]                | 1 | the built-in voice cannot say "!"
            steps: [ { say: [hi] } ]               | 1 | expected a text
            steps: [ { say: hello.wav } ]          | 1 | hello.wav is not there; sounds are named from the folder of this file
            steps: [ { say: voices/book-a-tabel.wav } ] | 1 | is voices/book-a-table.wav meant?
            steps: [ { say: quiet.wav } ]          | 1 | quiet.wav has no speech in it
            steps: [ { say: text.wav } ]           | 1 | text.wav is not a sound file
            steps: [ { say: quiett.wav } ]         | 1 | is quiet.wav meant?
            steps: [ { say: folder.wav } ]         | 1 | is no regular file
            steps: [ { press: 5 } ]                | 1 | keys in quotes, as in "12#"
            steps: [ { press: "" } ]               | 1 | expected keys
            steps: [ { press: "1x2y" } ]           | 1 | 'xy' is no key
            steps: [ { fault: stal=2s } ]          | 1 | is stall meant?
            steps: [ { fault: stall=2 } ]          | 1 | a time with its unit
            steps: [ { fault: "stall=2s@5s" } ]    | 1 | leave out the @
            steps: [ { fault: webhook-twice } ]    | 1 | write it under line
            steps: [ { pause: 0ms } ]              | 1 | leave the step out
            steps: [ { pause: 1e400 } ]            | 1 | is too large a number
            steps: [ { hang-up: false } ]          | 1 | expected true
            steps: [ { hang-up: true }, { pause: 1s } ] | 1 | nothing can follow
            steps: [ { expect: { agent-said: hi } } ] | 1 | nothing was said, pressed or heard before
            steps: [ { hear: agent }, { expect: { silence: 1s } } ] | 1 | nobody was interrupted before
            steps: [ { say: hi }, { expect: { clear: 300ms } } ] | 1 | nobody was interrupted before
            steps: [ { press: "5" }, { expect: { yields: true } } ] | 1 | keys were pressed before
            steps: [ { say: hi }, { expect: {} } ] | 1 | nothing is expected here
            steps: [ { say: hi }, { expect: { tools: x } } ] | 1 | "tool" was meant?
            steps: [ { say: hi }, { expect: { agent-said: " " } } ] | 1 | some words
            steps: [ { say: hi }, { expect: { transfer: +15550199 } } ] | 1 | a telephone number in quotes
            steps: [ { say: hi }, { expect: { transfer: nobody } } ] | 1 | a telephone number in quotes
            steps: [ { say: hi }, { expect: { finding: 31952 } } ] | 1 | no finding has the code 31952
            steps: [ { say: hi }, { expect: { finding: silent-agnet } } ] | 1 | is silent-agent meant?
            steps: [ { say: hi, interrupt: 1s }, { expect: { yields: "false" } } ] | 1 | expected true (the agent stops) or false
            steps: [ { say: hi, interrupt: 1s }, { expect: { silence: 400 } } ] | 1 | a time with its unit
            steps: [ { say: probes/mm-hmm.wav, interrupt: 1s }, { expect: { clear: 1s } } ] | 1 | of a probe only yields is expected
            name: ""                               | 1 | expected some words
            call: { to: "localhost:8080" }         | 1 | write it whole, as in http://
            call: { from: +15550100 }              | 1 | a telephone number in quotes
            call: { agent: practise }              | 1 | is practice meant?
            call: { agent: nobody-at-all }         | 1 | there are: practice,
            call: { script: none.yaml }            | 1 | none.yaml: cannot be read: is it there
            call: { script: text.wav }             | 1 | text.wav:1
            call: { params: [a] }                  | 1 | expected names and values
            call: { duration: 0s }                 | 1 | leave it out
            call: { duration: 30 }                 | 1 | a time with its unit
            line: { jiter: 20ms }                  | 1 | is jitter meant?
            line: { jitter: 20 }                   | 1 | write a time with its unit, as in jitter=500ms
            line: { mute: false }                  | 1 | leave the line out
            line: { noise: 999dB }                 | 1 | is no level for it
            line: { drop: 5 }                      | 1 | takes none
            line: { seed: 1.5 }                    | 1 | expected a whole number
            line: { seed: 99999999999999999999 }   | 1 | at most 18 digits
            expect: { ttfa: { p99: 1s } }          | 1 | was meant?
            expect: { ttfa: { p50: 800 } }         | 1 | a time with its unit
            expect: { findings: some }             | 1 | expected none, or a list
            expect: { findings: [late-greting] }   | 1 | is late-greeting meant?
            """)
    void whatIsWrongIsNamedWithFileAndLineAndWhatWasMeant(String yaml, int line, String words)
            throws IOException, WrongSetting {
        Files.write(folder.resolve("quiet.wav"), LineWav.of(new short[1_600]));
        Files.writeString(folder.resolve("text.wav"), "no sound");
        Files.createDirectory(folder.resolve("folder.wav"));
        String whole = yaml.matches("steps.*|stepps.*|name: x.*") ? yaml : yaml + "\nsteps: [ hear: agent ]";
        assertThatThrownBy(() -> read(whole))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining(yaml.contains("script:") ? ":" : "scenario.yaml:" + line)
                .hasMessageContaining(words);
    }

    @Test
    void theLineIsTheOneOfTheMistake() {
        assertThatThrownBy(() -> read(
                        SCENARIO.replace("press: \"12#\"", "press: \"12A\"").replace("script: agent.yaml, ", "")))
                .hasMessageContaining("scenario.yaml:15: 'A' is no key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing but a comment",
                "steps: [ hear: agent ]\nsteps: [ hear: silence ]",
                "steps:\n\t- hear: agent",
                "steps: [ hear: agent",
                "steps: &a [ *a, *a ]",
                "steps: [ hear: agent ]\n---\nsteps: [ hear: agent ]",
                "{]",
                "just words",
                "[a, b]"
            })
    void whatIsNoYamlOrNoScenarioIsRefusedInOneLine(String yaml) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("scenario.yaml")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void whatNestsDeeplyOrIsHugeIsRefused() {
        assertThatThrownBy(() -> read("steps: " + "[".repeat(5_000) + "]".repeat(5_000)))
                .hasMessageContaining("nests deeper than 64 levels");
        assertThatThrownBy(() -> read("line: { seed: " + "9".repeat(100_000) + " }\nsteps: [ hear: agent ]"))
                .isInstanceOf(WrongSetting.class);
        assertThatThrownBy(() -> read("steps:\n" + "- hear: agent\n".repeat(10_001)))
                .hasMessageContaining("10001 steps are more than 10000");
        assertThatThrownBy(() -> read("steps: [ say: \"" + "word ".repeat(300) + "\" ]"))
                .hasMessageContaining("one says 1000 at the most");
    }

    @Test
    void aFileThatIsNoneIsNamedWithTheReason() throws Exception {
        assertRefused(folder.resolve("none.yaml"), "is it there, and a text file?");
        assertRefused(folder, "is no regular file");
        assertRefused(
                Files.write(folder.resolve("binary.yaml"), new byte[] {0, (byte) 0xFF, (byte) 0xFE}), "a text file?");
        Path large = folder.resolve("large.yaml");
        Files.write(large, new byte[(1 << 20) + 1]);
        assertRefused(large, "has more than 1 MiB");
        Path pipe = folder.resolve("pipe.yaml");
        if (new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0) {
            assertRefused(pipe, "is no regular file");
        }
    }

    @Test
    void oneSoundUnderManyNamesDoesNotFillTheMemory() throws IOException {
        short[] samples = new short[30 * 60 * LineFrame.RATE_HZ];
        samples[LineFrame.RATE_HZ] = 20_000;
        Files.write(folder.resolve("long.wav"), LineWav.of(samples));
        String steps = IntStream.rangeClosed(1, 5)
                .mapToObj(i -> "  - say: " + "./".repeat(i) + "long.wav\n")
                .collect(Collectors.joining());
        Path file = Files.writeString(folder.resolve("many.yaml"), "steps:\n" + steps);
        assertRefused(file, "longer than 120 minutes");
    }

    private static void assertRefused(Path file, String why) {
        assertThatThrownBy(() -> ScenarioFile.read(file))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(why);
    }

    private static Clip voice(String name) {
        return Callers.voice(name);
    }

    private static void assertSameSound(Clip one, Clip other) {
        assertThat(one.frames()).isEqualTo(other.frames());
        assertThat(List.of(one.speechStart(), one.speechEnd()))
                .isEqualTo(List.of(other.speechStart(), other.speechEnd()));
    }

    private Scenario read(String yaml) throws IOException, WrongSetting {
        Path file = folder.resolve("scenario.yaml");
        Files.writeString(file, yaml, StandardCharsets.UTF_8);
        return ScenarioFile.read(file);
    }
}
