package dev.sidetone.simulator.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sidetone.bridge.agent.AgentEvent;
import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.bridge.settings.InvalidSettingsException;
import dev.sidetone.bridge.settings.YamlFile;
import dev.sidetone.simulator.agent.AgentScript.Action;
import dev.sidetone.simulator.agent.AgentScript.Turn;
import dev.sidetone.simulator.agent.AgentScript.Utterance;
import dev.sidetone.simulator.agent.gptlive.FakeGptLive;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One script for every wire, read from a file. */
class ScriptFileTest {
    private static final String SCRIPT =
            """
            endpointing: 300ms
            burst: 2x
            greeting: Hello there.
            turns:
              - { think: 150ms, tone: 400ms }
              - { think: 150ms, call-tool: book_table, arguments: { people: 2 } }
              - { transfer: "+15550199" }
              - { end: true }
            """;

    @Test
    void aFileSaysEverythingThatAScriptHas() throws InvalidSettingsException {
        AgentScript script = read(SCRIPT);
        assertThat(script.endpointingMs()).isEqualTo(300);
        assertThat(script.burst()).isEqualTo(2);
        assertThat(script.greeting()).isEqualTo(new Utterance.Words("Hello there."));
        assertThat(script.turns())
                .containsExactly(
                        new Turn(150, new Utterance.Tone(400)),
                        new Turn(150, new Action.CallTool("book_table", "{\"people\":2}")),
                        new Turn(150, new Action.Transfer("+15550199")),
                        new Turn(150, new Action.End()));
        assertThat(script.interrupted()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.sidetone.simulator.rig.FakeServices#all")
    void theSameFileIsPlayedOnEveryWire(FakeService wire) throws InvalidSettingsException {
        WireTalk talk = WireTalk.with(wire, read(SCRIPT));
        talk.pass(3_000);
        assertThat(talk.answers()).as("greeting").hasSize(1);

        ask(talk);
        byte[] tone = talk.audio(talk.answers().get(1));
        assertThat(wire.equals(FakeGptLive.SERVICE) ? withoutSilence(tone) : tone)
                .as("tone")
                .hasSizeBetween(3_180, 3_220);

        ask(talk);
        AgentEvent.ToolCalled call = talk.only(AgentEvent.ToolCalled.class);
        assertThat(call.name() + call.arguments()).isEqualTo("book_table{\"people\":2}");
        talk.giveResult(call.callId(), "{}", false);
        talk.pass(4_000);

        ask(talk);
        AgentEvent.ToolCalled transfer = talk.all(AgentEvent.ToolCalled.class).get(1);
        assertThat(transfer.name() + transfer.arguments())
                .isEqualTo("transfer_to_human{\"destination\":\"+15550199\"}");

        ask(talk);
        assertThat(talk.log().toolCalls())
                .extracting(AgentLog.ToolCall::name)
                .containsExactly("book_table", "transfer_to_human", "end_call");
        assertThat(talk.log().sentErrors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            grating: Hello                        | 1 | "greeting" was meant?
            endpointing: 500                      | 1 | a time with its unit
            burst: fast                           | 1 | as in 5x
            burst: 0x                             | 1 | as in 5x
            greeting: " "                         | 1 | some words
            turns: []                             | 1 | at least one turn
            turns: hello                          | 1 | expected a list
            turns: [{ say: a, tone: 4s }]         | 1 | a turn does one thing
            turns: [{ think: 1s }]                | 1 | a turn does one thing
            turns: [{ sey: hello }]               | 1 | "say" was meant?
            turns: [{ tone: 4 }]                  | 1 | a time with its unit
            turns: [{ tone: 6m }]                 | 1 | 1ms to 5m
            turns: [{ transfer: +15550199 }]      | 1 | in quotes
            turns: [{ transfer: "nobody" }]       | 1 | a telephone number
            turns: [{ end: false }]               | 1 | leave the turn out
            turns: [{ say: a, arguments: {} }]    | 1 | only call-tool takes arguments
            turns: [{ call-tool: a, arguments: 5 }] | 1 | names and values
            """)
    void whatIsWrongIsNamedWithFileAndLineAndWhatWasMeant(String yaml, int line, String words) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("script.yaml:" + line)
                .hasMessageContaining(words);
    }

    @Test
    void theLineIsTheOneOfTheMistake() {
        assertThatThrownBy(() -> read(SCRIPT.replace("end: true", "and: true")))
                .hasMessageContaining("script.yaml:8")
                .hasMessageContaining("\"end\" was meant?");
    }

    /** A track's pieces are not those of the answer: silence comes before and behind it. */
    private static byte[] withoutSilence(byte[] mulaw) {
        int from = 0;
        int to = mulaw.length;
        while (from < to && mulaw[from] == Mulaw.SILENCE) {
            from++;
        }
        while (to > from && mulaw[to - 1] == Mulaw.SILENCE) {
            to--;
        }
        return Arrays.copyOfRange(mulaw, from, to);
    }

    private static void ask(WireTalk talk) {
        talk.say(Sounds.tone(500));
        talk.pass(500 + 300 + 150 + 2_000);
    }

    private static AgentScript read(String yaml) throws InvalidSettingsException {
        return ScriptFile.of(YamlFile.read("script.yaml", yaml));
    }
}
