package dev.sidetone.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.caller.Callers;
import dev.sidetone.simulator.caller.Clip;
import dev.sidetone.simulator.recording.CallFolder;
import dev.sidetone.simulator.recording.Recording;
import dev.sidetone.simulator.scenario.draft.DraftFolder;
import dev.sidetone.simulator.scenario.draft.ScenarioDraft;
import dev.sidetone.simulator.score.CallerChannel;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.Spool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo call, recorded and drafted, is the same call when it is played: every expectation holds, and the caller says the same. */
class DraftedScenarioTest {
    @TempDir
    private Path folder = Path.of("");

    private Path call = Path.of("");

    @BeforeEach
    void record() throws IOException {
        TalkLoop.play(Callers.demo(), CallFolder.keptIn(folder.resolve("calls"), "0.1.0"), fact -> {});
        call = folder.resolve("calls/20260131-120000-CA00000000000000000000000000000001");
    }

    @Test
    void theDraftOfARecordedCallHoldsWhenItIsPlayed() throws IOException, WrongSetting {
        Scenario scenario = drafted(ScenarioDraft.ofCall(call), "demo");
        assertThat(scenario.steps().stream().map(Step::text))
                .containsExactly(
                        "hear: agent, within: 400ms",
                        "hear: silence",
                        "expect: { agent-said: \"Hello, this is the agent.\" }",
                        "say: demo-sounds/turn-1.wav",
                        "hear: agent, within: 900ms",
                        "hear: silence",
                        "expect: { agent-said: This is answer 1. }",
                        "say: demo-sounds/turn-2.wav",
                        "hear: agent, within: 900ms",
                        "expect: { agent-said: This is answer 2. }",
                        "say: demo-sounds/turn-3.wav, interrupt: 1160ms",
                        "expect: { clear: 250ms, silence: 300ms, yields: true }",
                        "hear: agent, within: 900ms",
                        "hear: silence",
                        "expect: { agent-said: This is answer 3. }",
                        "press: \"5\"",
                        "hear: agent, within: 400ms",
                        "hear: silence",
                        "expect: { agent-said: You pressed 5. }",
                        "say: demo-sounds/turn-4.wav",
                        "hear: agent, within: 900ms",
                        "hear: silence",
                        "expect: { agent-said: This is answer 4. }",
                        "hang-up: true");
        assertThat(played(scenario)).hasSize(15).allSatisfy(each -> assertThat(each.held())
                .as("%s: %s", each.want(), each.got())
                .isTrue());
    }

    @Test
    void theDraftOfTheSoundAloneHoldsToo() throws IOException, WrongSetting {
        ScenarioDraft draft = ScenarioDraft.ofSound(call.resolve("call.wav"), CallerChannel.AUTO);
        Scenario scenario = drafted(draft, "sound");
        assertThat(scenario.steps().stream().map(Step::text))
                .contains("say: sound-sounds/turn-3.wav, interrupt: 1160ms", "hear: agent, within: 900ms")
                .noneMatch(text -> text.contains("press") || text.contains("agent-said"));
        assertThat(played(scenario)).hasSizeGreaterThan(4).allSatisfy(each -> assertThat(each.held())
                .as("%s: %s", each.want(), each.got())
                .isTrue());
    }

    @Test
    void everyReplayOfATakeSaysTheSameBytes() throws IOException, WrongSetting {
        Scenario first = drafted(ScenarioDraft.ofCall(call), "one");
        Scenario again = ScenarioFile.read(first.file());
        String recorded = bytes(Recording.open(call).callerMulaw());
        for (int i = 0; i < first.steps().size(); i++) {
            if (first.steps().get(i) instanceof Step.Say say) {
                assertThat(((Step.Say) again.steps().get(i)).clip()).isEqualTo(say.clip());
                assertThat(recorded).contains(bytes(say.clip()));
            }
        }
        assertThat(ScenarioDraft.ofCall(call).files("one-sounds").yaml()).isEqualTo(Files.readString(first.file()));
    }

    private static String bytes(Clip clip) {
        StringBuilder all = new StringBuilder();
        clip.frames().forEach(frame -> all.append(bytes(frame.mulaw())));
        return all.toString();
    }

    private static String bytes(byte[] mulaw) {
        return new String(mulaw, StandardCharsets.ISO_8859_1);
    }

    private Scenario drafted(ScenarioDraft draft, String name) throws IOException, WrongSetting {
        Path yaml = folder.resolve(name + ".yaml");
        DraftFolder to = new DraftFolder(yaml);
        ScenarioDraft.Written files = draft.files(to.soundFolder());
        to.writeSounds(files.sounds());
        to.writeYaml(files.yaml());
        return ScenarioFile.read(yaml);
    }

    private static List<Checked> played(Scenario scenario) {
        SteppedCall steps = new SteppedCall();
        CallResult result = TalkLoop.play(ScenarioCaller.of(scenario), Spool.NONE, steps);
        return ScenarioJudge.judge(scenario, steps, result);
    }
}
