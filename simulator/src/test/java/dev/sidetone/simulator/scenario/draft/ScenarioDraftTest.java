package dev.sidetone.simulator.scenario.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sidetone.fixtures.ProbeKind;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.findings.StreamCode;
import dev.sidetone.simulator.recording.CallFolder;
import dev.sidetone.simulator.scenario.Scenario;
import dev.sidetone.simulator.scenario.ScenarioFile;
import dev.sidetone.simulator.scenario.Step;
import dev.sidetone.simulator.score.CallerChannel;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FakeCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recorded call becomes the steps that its caller took, and the expectations that held. */
class ScenarioDraftTest {
    @TempDir
    private Path folder = Path.of("");

    private CallTimeline timeline() {
        return new CallTimeline("0.1.0", CallFolder.keptIn(folder, "0.1.0"));
    }

    @Test
    void aTakeOfAMicrophoneIsCutIntoItsTurns() throws IOException, WrongSetting {
        FakeCall call = FakeCall.byEarInto(timeline());
        call.at(100).agentSends(900);
        call.at(2_000).callerSpeaks(800).at(2_400).someoneSays("caller", "What time do you open?\u001b[31m");
        call.at(3_500).agentSends(1_000).someoneSays("agent", "At nine, every day of the week.");
        call.at(7_000).callerSpeaks(500);
        call.at(8_200).agentSends(600);
        call.hangsUpAt(11_000);
        assertThat(steps())
                .isEqualTo(
                        """
                          - hear: agent
                            within: 300ms
                          - hear: silence

                          # caller: What time do you open?\\u001B[31m
                          - say: call-sounds/turn-1.wav
                          - hear: agent
                            within: 900ms
                          - hear: silence
                          - expect: { agent-said: "At nine, every day of the week." }
                          - pause: 1700ms

                          - say: call-sounds/turn-2.wav
                          - hear: agent
                            within: 900ms
                          - hear: silence
                          - hang-up: true
                        """);
    }

    @Test
    void aPauseForBreathIsPartOfATurnAndALongerOneWithoutAnAnswerIsAPause() throws IOException, WrongSetting {
        FakeCall call = FakeCall.byEarInto(timeline());
        call.at(1_000).callerSpeaks(500).at(2_000).callerSpeaks(500);
        call.at(5_500).callerSpeaks(500);
        call.at(6_700).agentSends(600);
        call.hangsUpAt(9_000);
        assertThat(steps())
                .isEqualTo(
                        """
                          - pause: 900ms

                          - say: call-sounds/turn-1.wav
                          - pause: 2900ms

                          - say: call-sounds/turn-2.wav
                          - hear: agent
                            within: 900ms
                          - hear: silence
                          - hang-up: true
                        """);
        assertThat(((Step.Say) scenario().steps().get(1)).clip().speechEnd()
                        - ((Step.Say) scenario().steps().get(1)).clip().speechStart())
                .isEqualTo(1_500 * 8);
    }

    @Test
    void whatTheAgentDidIsExpectedAgain() throws IOException, WrongSetting {
        FakeCall call = FakeCall.into(timeline());
        call.at(1_000).callerSpeaks(500);
        call.at(1_800).toolCalled("call_1", "book_table");
        call.at(2_200).agentSends(4_000);
        call.at(3_000).callerPresses('1').at(3_200).callerPresses('2');
        call.at(4_000).callerSpeaks(400);
        call.at(4_300).serverClears();
        call.at(5_000).dialBegins();
        call.at(5_500).found(StreamCode.LATE_GREETING.found("It was late."));
        call.hangsUpAt(9_000);
        assertThat(steps())
                .isEqualTo(
                        """
                          - pause: 900ms

                          - say: call-sounds/turn-1.wav
                          - hear: agent
                            within: 900ms
                          - expect: { tool: book_table }
                          - pause: 800ms
                          - press: "1"
                          - pause: 200ms
                          - press: "2"
                          - say: call-sounds/turn-2.wav
                            interrupt: 1700ms
                          - expect: { clear: 500ms, silence: 500ms, yields: true }
                          - expect: { transfer: "+15550123" }
                          - hang-up: true
                        """);
        assertThat(scenario().whole().allowedFindings()).containsExactly("late-greeting");
        assertThat(scenario().whole().ttfaP50Ms()).isEqualTo(900);
    }

    @Test
    void aProbeStaysAProbe() throws IOException, WrongSetting {
        FakeCall call = FakeCall.into(timeline());
        call.at(100).agentSends(6_000);
        call.at(2_000).callerProbes(ProbeKind.BACKCHANNEL, 300);
        call.hangsUpAt(8_000);
        assertThat(steps())
                .isEqualTo(
                        """
                          - hear: agent
                            within: 300ms
                          - say: call-sounds/backchannel/turn-1.wav
                            interrupt: 1800ms
                          - expect: { yields: false }
                          - hear: silence
                          - hang-up: true
                        """);
        assertThat(scenario().steps())
                .filteredOn(Step.Say.class::isInstance)
                .extracting(step -> ((Step.Say) step).clip().probe())
                .containsExactly(ProbeKind.BACKCHANNEL);
    }

    @Test
    void theServerUnderTestIsCalledAgainUnlessASecretIsInItsAddress() throws IOException, WrongSetting {
        placed("https://example.com/voice", "+15550177");
        assertThat(draft().files("s").yaml())
                .contains("call: { to: \"https://example.com/voice\", from: \"+15550177\" }\n");
        assertThat(scenario().call().from()).isEqualTo("+15550177");
    }

    @Test
    void anAddressWithASecretIsLeftOut() throws IOException, WrongSetting {
        placed("https://user:geheim@example.com/voice?token=0123456789abcdef0123456789abcdef", "+15550100");
        assertThat(draft().files("s").yaml()).doesNotContain("example.com").doesNotContain("geheim");
    }

    @Test
    void theNumbersOfALiveCallStayInItsRecording() throws IOException, WrongSetting {
        CallTimeline timeline = timeline();
        FakeCall call = FakeCall.into(timeline).atBridge();
        call.at(1_000).callerSpeaks(500).at(2_200).agentSends(600);
        call.hangsUpAt(4_000);
        assertThat(draft().files("s").yaml()).doesNotContain("+1555").contains("say: s/turn-1.wav");
    }

    @Test
    void faultsOfTheLineComeAgainAtTheirTimes() throws IOException, WrongSetting {
        CallTimeline timeline = timeline();
        FakeCall call = FakeCall.into(timeline);
        timeline.add(new Fact.FaultBegan(FakeCall.ns(0), "jitter=20ms"));
        timeline.add(new Fact.FaultBegan(FakeCall.ns(0), "band"));
        call.at(1_000).callerSpeaks(500).at(2_200).agentSends(600);
        call.runsUntil(2_990);
        timeline.add(new Fact.FaultBegan(FakeCall.ns(3_000), "stall=2s"));
        timeline.add(new Fact.FaultBegan(FakeCall.ns(3_001), "teleport=2s"));
        call.hangsUpAt(4_000);
        assertThat(scenario().line().faults()).hasToString("jitter=20ms band stall=2s@3s");
    }

    @Test
    void aCallWithoutSoundOfTheCallerOrWithoutACallIsRefused() throws IOException {
        FakeCall.into(timeline()).hangsUpAt(2_000);
        assertThatThrownBy(this::draft).isInstanceOf(WrongSetting.class).hasMessageContaining("nobody spoke in");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThatThrownBy(() -> ScenarioDraft.ofCall(empty)).hasMessageContaining("is not a recorded call");
        Path garbage = Files.createDirectory(folder.resolve("garbage"));
        Files.writeString(garbage.resolve("events.jsonl"), "{\n\0\n");
        assertThatThrownBy(() -> ScenarioDraft.ofCall(garbage)).isInstanceOf(WrongSetting.class);
        Path soundless = Files.createDirectory(folder.resolve("soundless"));
        Files.copy(call().resolve("events.jsonl"), soundless.resolve("events.jsonl"));
        assertThatThrownBy(() -> ScenarioDraft.ofCall(soundless)).hasMessageContaining("call.wav is not there");
        Path text = Files.writeString(folder.resolve("a.wav"), "no sound");
        assertThatThrownBy(() -> ScenarioDraft.ofSound(text, CallerChannel.AUTO))
                .hasMessageContaining("is not a sound file");
    }

    @Test
    void aResultThatSomebodyChangedBreaksNothing() throws IOException, WrongSetting {
        FakeCall call = FakeCall.into(timeline());
        call.at(1_000).callerSpeaks(500).at(2_200).agentSends(600).at(3_500).callerPresses('5');
        call.hangsUpAt(5_000);
        Path json = call().resolve("result.json");
        Files.writeString(
                json,
                Files.readString(json)
                        .replaceAll("\"callerEndAtMs\"\\s*:\\s*[\\d.]+", "\"callerEndAtMs\":1e300")
                        .replaceAll("\"ttfaMs\"\\s*:\\s*[\\d.]+", "\"ttfaMs\":-7e18")
                        .replaceAll("\"digit\"\\s*:\\s*\"5\"", "\"digit\":\"../../x\""));
        assertThat(draft().files("s").sounds()).isEmpty();
        assertThat(draft().files("s").yaml()).doesNotContain("..").doesNotContain("e300");
    }

    private void placed(String server, String from) {
        CallTimeline timeline = timeline();
        FakeCall call = FakeCall.into(timeline);
        timeline.add(new Fact.CallPlaced(
                FakeCall.ZERO_NS - 10_000_000L,
                FakeCall.CALL_SID,
                from,
                "+15550199",
                server,
                FakeCall.STARTED_AT,
                true));
        call.at(1_000).callerSpeaks(500).at(2_200).agentSends(600);
        call.hangsUpAt(4_000);
    }

    private Path call() throws IOException {
        try (var folders = Files.list(folder)) {
            return folders.filter(each -> each.getFileName().toString().startsWith("2026"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private ScenarioDraft draft() throws IOException, WrongSetting {
        return ScenarioDraft.ofCall(call());
    }

    private String steps() throws IOException, WrongSetting {
        List<String> lines = draft().files("call-sounds").yaml().lines().toList();
        int first = lines.indexOf("steps:") + 1;
        return String.join("\n", lines.subList(first, lines.indexOf("expect:"))) + "\n";
    }

    /** The draft as the reader of scenarios takes it. */
    private Scenario scenario() throws IOException, WrongSetting {
        Path yaml = folder.resolve("call.yaml");
        DraftFolder to = new DraftFolder(yaml);
        ScenarioDraft.Written files = draft().files(to.soundFolder());
        to.writeSounds(files.sounds());
        to.writeYaml(files.yaml());
        return ScenarioFile.read(yaml);
    }
}
