package dev.sidetone.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.loopback.ReservedPort;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.agent.AgentScript.Turn;
import dev.sidetone.simulator.agent.AgentScript.Utterance;
import dev.sidetone.simulator.caller.Callers;
import dev.sidetone.simulator.rig.AgentChoice;
import dev.sidetone.simulator.rig.CallDescription;
import dev.sidetone.simulator.rig.FakeBehaviour;
import dev.sidetone.simulator.rig.ServerChoice;
import dev.sidetone.simulator.timeline.Fact;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Scenarios on real sockets, against the embedded bridge and a fake agent that answers soon and briefly. */
class ScenarioRunIT {
    private static final AgentScript SCRIPT = AgentScript.practice()
            .withGreeting(new Utterance.Tone(200))
            .withTurns(List.of(new Turn(50, new Utterance.Tone(3_000))));

    private static final Step.Say STOP =
            new Step.Say("say: voices/interrupt-stop.wav", Callers.voice("interrupt-stop"), null);

    private static final Step.HearSilence FINISHED = new Step.HearSilence("hear: silence", null);

    private final Calls progress = new Calls();

    @Test
    void whatTheCallShowsHoldsAndEveryOtherExpectationSaysWhatWasHeardInstead() throws Exception {
        Step.Expect expected = new Step.Expect(
                "expect",
                List.of(
                        new Expectation.Clear("clear: 60s", 60_000),
                        new Expectation.Yields("yields: true", true),
                        new Expectation.Transfer("transfer: +15550199", "+15550199")));
        Scenario scenario = scenario(
                FINISHED,
                STOP,
                new Step.HearAgent("hear: agent, within: 60s", 60_000L),
                new Step.Say("say: voices/interrupt-stop.wav, interrupt: 400ms", STOP.clip(), 400L),
                new Step.HearAgent("hear: agent, within: 10ms", 10L),
                expected,
                new Step.HangUp("hang-up"));
        PlayedScenario played = play(1, call(), scenario).get(0);
        assertThat(played.verdict()).isEqualTo(Verdict.FAILED);
        List<Checked> checked = played.calls().get(0).checked();
        assertThat(checked)
                .extracting(Checked::want)
                .containsExactly(
                        "hear: agent, within: 60s",
                        "hear: agent, within: 10ms",
                        "clear: 60s",
                        "yields: true",
                        "transfer: +15550199");
        assertThat(checked.get(1).got()).startsWith("heard after ");
        assertThat(checked.get(2).got()).startsWith("a clear came after ");
        assertThat(checked)
                .element(4)
                .isEqualTo(new Checked(6, "transfer: +15550199", "the caller was not put through", null, false));
    }

    @Test
    void repeatedCallsAreMadeTogetherAndJudgedTogether() throws Exception {
        Scenario scenario = scenario(
                new Scenario.Whole(60_000L, 60_000L, null),
                FINISHED,
                STOP,
                new Step.HearAgent("hear: agent", null),
                new Step.HangUp("hang-up"));
        PlayedScenario played = play(3, call(), scenario).get(0);
        assertThat(played.calls()).hasSize(3);
        assertThat(played.whole()).extracting(Checked::want).containsExactly("ttfa p50: 60000ms", "ttfa p95: 60000ms");
        assertThat(played.whole().get(1).got()).containsAnyOf("it takes 20", "no turn could be judged");
        assertThat(progress.begun).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void aServerThatIsNotThereMakesNoVerdict() throws Exception {
        try (ReservedPort port = new ReservedPort()) {
            CallDescription nobody = new CallDescription.Builder()
                    .server(ServerChoice.at(URI.create("http://127.0.0.1:" + port.number() + "/voice")))
                    .build();
            PlayedScenario played = play(1, nobody, scenario(FINISHED, STOP)).get(0);
            assertThat(played.verdict()).isEqualTo(Verdict.NOT_RUN);
        }
    }

    @Test
    void aCancelledRunReturnsWhatThereIs() throws Exception {
        ScenarioRun[] run = new ScenarioRun[1];
        progress.onBegin = () -> run[0].cancel();
        run[0] = new ScenarioRun(2, 1, false, progress);
        List<PlayedScenario> played =
                run[0].play(List.of(new PlannedScenario(scenario(FINISHED, STOP), call(), "practice")));
        assertThat(played.get(0).verdict()).isEqualTo(Verdict.NOT_RUN);
        assertThat(played.get(0).calls()).hasSize(1);
    }

    private List<PlayedScenario> play(int repeat, CallDescription call, Scenario scenario) throws Exception {
        return new ScenarioRun(repeat, repeat, false, progress)
                .play(List.of(new PlannedScenario(scenario, call, "practice")));
    }

    private static CallDescription call() throws Exception {
        AgentChoice agent = AgentChoice.practice().behaving(new FakeBehaviour(SCRIPT, Set.of()));
        return new CallDescription.Builder().agent(agent).seed(7L).build();
    }

    private static Scenario scenario(Step... steps) {
        return scenario(Scenario.Whole.NOTHING, steps);
    }

    private static Scenario scenario(Scenario.Whole whole, Step... steps) {
        return new Scenario(
                "test", Path.of("test.yaml"), Scenario.Dialled.USUAL, Scenario.Line.CLEAR, List.of(steps), whole);
    }

    private static final class Calls implements ScenarioRun.Progress {
        private final Queue<Integer> begun = new ConcurrentLinkedQueue<>();
        private Runnable onBegin = () -> {};

        @Override
        public Consumer<Fact> begins(PlannedScenario planned, int call, int of) {
            begun.add(call);
            onBegin.run();
            return fact -> {};
        }

        @Override
        public void played(PlannedScenario planned, int call, int of, PlayedCall played) {}

        @Override
        public void again(PlannedScenario planned, int call, int of) {}
    }
}
