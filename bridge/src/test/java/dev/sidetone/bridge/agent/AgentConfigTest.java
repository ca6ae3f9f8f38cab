package dev.sidetone.bridge.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sidetone.bridge.agent.assemblyai.AssemblyAi;
import dev.sidetone.bridge.agent.gptlive.GptLive;
import dev.sidetone.bridge.agent.inworld.Inworld;
import dev.sidetone.bridge.agent.omni.Omni;
import dev.sidetone.bridge.agent.openai.OpenAi;
import dev.sidetone.bridge.settings.InvalidSettingsException;
import dev.sidetone.bridge.settings.YamlFile;
import dev.sidetone.bridge.text.ForeignText;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgentConfigTest {
    @Test
    void everySettingIsRead() throws Exception {
        AgentConfig config = read(
                """
                agent: openai
                model: gpt-realtime-mini
                voice: cedar
                instructions: Be brief.
                greeting: Good morning.
                audio: pcm16@24000
                turn-detection: { type: server_vad, threshold: 0.6, silence: 400ms }
                unreachable: hang-up
                tools:
                  - name: book_table
                    description: Books a table.
                    parameters: { type: object, properties: { people: { type: integer } } }
                    http: "http://localhost:3000/book"
                    timeout: 2s
                  - { builtin: end_call }
                  - { builtin: transfer_to_human, destinations: [ "+1 (555) 0123" ] }
                """,
                OpenAi.REALTIME);
        AgentSettings settings = config.settings();
        assertThat(config.agent()).isEqualTo("openai");
        assertThat(settings.model()).isEqualTo("gpt-realtime-mini");
        assertThat(settings.voice()).isEqualTo("cedar");
        assertThat(settings.greeting()).isEqualTo("Good morning.");
        assertThat(settings.audio()).hasToString("pcm16@24000");
        assertThat(settings.turnDetection()).isEqualTo(new AgentSettings.TurnDetection("server_vad", 0.6, 400));
        assertThat(settings.unreachable()).isEqualTo(AgentSettings.Unreachable.HANG_UP);
        AgentTool book = settings.tools().get(0);
        assertThat(book.parameters())
                .isEqualTo("{\"type\":\"object\",\"properties\":{\"people\":{\"type\":\"integer\"}}}");
        assertThat(book.http()).hasToString("http://localhost:3000/book");
        assertThat(book.timeoutMs()).isEqualTo(2_000);
        assertThat(settings.tools().get(1).http()).isNull();
        AgentTool transfer = settings.tools().get(2);
        assertThat(transfer.destinations().allow("+15550123")).isTrue();
        assertThat(transfer.destinations().allow("+15550124")).isFalse();
        assertThat(transfer.parameters()).contains("\"enum\":[\"+15550123\"]");
    }

    @Test
    void whatCanBeChosenAboutAWireIsRead() throws Exception {
        assertThat(read("shape: beta\ntranscription: whisper-1\nlongest-session: 30m", OpenAi.COMPATIBLE)
                        .settings()
                        .wire())
                .isEqualTo(new WireSettings(
                        "whisper-1",
                        WireSettings.Shape.BETA,
                        WireSettings.BargeIn.EARLY,
                        WireSettings.ToolResults.AFTER_REPLY,
                        1_800_000));
        assertThat(read("barge-in: late\ntool-results: immediate", AssemblyAi.VOICE_AGENT)
                        .settings()
                        .wire())
                .isEqualTo(new WireSettings(
                        null, WireSettings.Shape.GA, WireSettings.BargeIn.LATE, WireSettings.ToolResults.IMMEDIATE, 0));
    }

    @Test
    void theModelBehindAVoiceIsReadOnItsWireAlone() throws Exception {
        assertThat(read("tool-model: gpt-next", GptLive.SERVICE)
                        .settings()
                        .wire()
                        .toolModel())
                .isEqualTo("gpt-next");
        assertThat(read("tool-model: \"\"", GptLive.SERVICE).settings().wire().toolModel())
                .isEqualTo(GptLive.SERVICE.defaults().wire().toolModel());
        assertThatThrownBy(() -> read("tool-model: gpt-next", OpenAi.REALTIME))
                .hasMessageContaining("\"tool-model\" is not for openai");
    }

    @Test
    void whatIsLeftOutIsAsTheWireHasIt() throws Exception {
        assertThat(read("voice: Mark", Inworld.REALTIME).settings().model()).isEqualTo("openai/gpt-4.1-mini");
        assertThat(read("greeting: \"\"", Omni.SERVICE).settings().greeting()).isNull();
    }

    @Test
    void aHeaderTakesItsSecretFromTheEnvironment() throws Exception {
        String yaml = "headers: { Authorization: \"Key ${MY_KEY}\" }";
        assertThat(read(yaml, OpenAi.COMPATIBLE).settings().headers()).containsEntry("Authorization", "Key abc$1");
        assertThatThrownBy(() -> read("\nheaders:\n  X: ${OTHER}", OpenAi.COMPATIBLE))
                .hasMessage("agent.yaml:3: OTHER is not set");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`voise: ash`                                    | `agent.yaml:1: no key \"voise\" here; \"voice\" was meant?`",
                "`audio: mp3`                                    | `agent.yaml:1: no audio is called \"mp3\"; there are mulaw`",
                "`audio: pcm16@16000`                            | `agent.yaml:1: openai has no pcm16@16000 on its wire`",
                "`turn-detection: { silence: 500 }`              | `expected a time with its unit, as in 500ms or 4s, got 500`",
                "`turn-detection: { threshold: 7 }`              | `a threshold is 0 to 1, not 7.0`",
                "`unreachable: cry`                              | `expected apology, transfer or hang-up, got \"cry\"`",
                "`tools: [ { builtin: fly } ]`                   | `no tool \"fly\" is built in; there are: transfer_to_human`",
                "`tools: [ { builtin: end_call, destinations: [] } ]` | `\"destinations\" is for transfer_to_human only`",
                "`tools: [ { builtin: transfer_to_human, destinations: [ 15550100 ] } ]` | `expected a telephone number in quotes`",
                "`tools: [ { name: a, http: file.txt } ]`        | `expected an http or https address`",
                "`tools: [ { name: a } ]`                        | `\"http\" is missing`",
                "`barge-in: late`                                | `agent.yaml:1: \"barge-in\" is not for openai`",
                "`shape: beta`                                   | `agent.yaml:1: \"shape\" is not for openai`",
                "`longest-session: 3s`                           | `a session lasts 20 s or more, not 3000 ms`",
                "`voice: [ash]`                                  | `expected a text, got [\"ash\"]`",
                "`voice: a: b`                                   | `agent.yaml:1: is no YAML: \"voice: a: b\" cannot be read; a text with a colon needs quotation marks`",
                "`voice: [a, b`                                  | `agent.yaml:1: is no YAML: \"voice: [a, b\" cannot be read; a bracket or a quotation mark is not closed`"
            })
    void aMistakeNamesItsLineAndWhatWasMeant(String yaml, String message) {
        assertThatThrownBy(() -> read(yaml, OpenAi.REALTIME))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining(message);
    }

    @Test
    void theBetaShapeHasItsOwnFormats() {
        assertThatThrownBy(() -> read("shape: beta\naudio: pcm16@8000", OpenAi.COMPATIBLE))
                .hasMessage("agent.yaml:2: the beta shape has mulaw and pcm16@24000 only");
        assertThatThrownBy(() -> read("tool-results: soon", AssemblyAi.VOICE_AGENT))
                .hasMessage("agent.yaml:1: expected after-reply or immediate, got \"soon\"");
    }

    @Test
    void whatTheHeadersHoldIsASecretOfThisProcess() throws Exception {
        AgentConfig read = read("headers: { Authorization: \"Key a-key-of-headers-1\" }", OpenAi.COMPATIBLE);
        assertThat(read.settings().headers()).hasSize(1);
        assertThat(ForeignText.redacted("it echoes Key a-key-of-headers-1 and a-key-of-headers-1."))
                .isEqualTo("it echoes [redacted] and [redacted].");
    }

    @Test
    void aFieldThatStandsTwiceIsAMistake() {
        assertThatThrownBy(() -> read("voice: ash\nmodel: x\nvoice: cedar", OpenAi.REALTIME))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("agent.yaml:3");
    }

    private static AgentConfig read(String yaml, AgentService wire) throws InvalidSettingsException {
        return AgentConfig.of(
                YamlFile.read("agent.yaml", yaml),
                wire,
                name -> name.equals("MY_KEY") ? Optional.of("abc$1") : Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "turn-detection: { silence: 99999999999s }",
                "longest-session: 99999999999m",
                "tools: [ { name: a, http: 'http://localhost/', timeout: 99999999999s } ]",
                "turn-detection: { threshold: 1e999 }",
            })
    void aNumberBeyondAllUseIsNamedByItsLine(String setting) {
        assertThatThrownBy(() -> read(setting, OpenAi.COMPATIBLE))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining(":1");
    }
}
