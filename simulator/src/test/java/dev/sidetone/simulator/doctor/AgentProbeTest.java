package dev.sidetone.simulator.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.bridge.socket.MemoryNetwork;
import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.bridge.time.ManualTimers;
import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.agent.AgentScript.Turn;
import dev.sidetone.simulator.agent.AgentScript.Utterance.Tone;
import dev.sidetone.simulator.agent.AgentVoice;
import dev.sidetone.simulator.agent.FakeAgent;
import dev.sidetone.simulator.agent.FakeService;
import dev.sidetone.simulator.agent.gptlive.FakeGptLive;
import dev.sidetone.simulator.agent.omni.FakeOmni;
import dev.sidetone.simulator.agent.openai.FakeOpenAi;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One visit to a fake agent on each wire, in manual time. */
class AgentProbeTest {
    private static final long MS = 1_000_000;
    private static final int HOP_MS = 2;
    private static final String ALL = "dev.sidetone.simulator.rig.FakeServices#all";
    private static final int LONGEST_MS = 60_000;
    private static final String GREETED = "Hello.";
    private static final String SECRET = "sk-a-secret-of-the-test-1234567890";
    private static final AgentVoice VOICE = new AgentVoice();
    private static final AgentScript SCRIPT = AgentScript.practice()
            .withGreeting(new Tone(600))
            .withTurns(List.of(new Turn(150, new Tone(1_000))))
            .withoutExcuses();

    private final ManualTimers time = new ManualTimers(1_000_000_000L);
    private final MemoryNetwork net = new MemoryNetwork(time, HOP_MS * MS);

    @ParameterizedTest
    @MethodSource(ALL)
    void anAgentThatAnswersHasAFigureForEachStep(FakeService wire) {
        AgentVisit visit = visit(wire, SCRIPT);

        assertThat(visit.isGood()).as(AgentVisitReport.text(visit)).isTrue();
        assertThat(visit.steps())
                .extracting(VisitStep::name)
                .containsExactly("connection", "ping", "key", "session", "greeting", "answer");
        assertThat(ms(visit, "ping")).isEqualTo(2.0 * HOP_MS);
        assertThat(ms(visit, "session"))
                .as("some agents are ready as soon as they say hello")
                .isNotNegative();
        assertThat(visit.session().id()).as("the session's name").matches(wire.equals(FakeOmni.PLAIN) ? "" : "\\S+");
        // The agent's own 500 ms of endpointing and 150 ms of thinking, and what a 20 ms frame and the hops add.
        // GPT-Live's sound comes in pieces of 100 ms, and an answer begins anywhere in one.
        assertThat(ms(visit, "answer")).isCloseTo(670, within(wire.equals(FakeGptLive.SERVICE) ? 100.0 : 40.0));
        assertThat(visit.words()).allSatisfy(each -> assertThat(each.text()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void aRefusedKeyIsTheStepThatFailed(FakeService wire) {
        VisitStep failed = failed(visit(wire, SCRIPT, AgentFault.KEY));

        assertThat(failed.name()).isEqualTo("key");
        assertThat(failed.code()).isEqualTo("agent-auth");
        assertThat(failed.what()).contains("refused the key");
        assertThat(failed.cure())
                .contains(Objects.requireNonNull(wire.original().access().keyVariable()));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void anAgentAtItsLimitIsToldSoAfterOneAttempt(FakeService wire) {
        long fromNs = time.nowNs();
        AgentVisit visit = visit(wire, SCRIPT, AgentFault.BUSY);

        assertThat(failed(visit).code()).isEqualTo("agent-busy");
        assertThat(failed(visit).name()).isIn("connection", "session");
        assertThat(time.nowNs() - fromNs).as("no further attempts").isLessThan(500 * MS);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void anAgentThatDiesInItsAnswerFailsAtTheAnswer(FakeService wire) {
        VisitStep failed = failed(visit(wire, SCRIPT, AgentFault.DIE));

        assertThat(failed.name()).isEqualTo("answer");
        assertThat(failed.code()).isEqualTo("agent-died");
        assertThat(failed.cure()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void anAgentThatIsNeverReadyIsGivenUpWithinFifteenSeconds(FakeService wire) {
        long fromNs = time.nowNs();
        VisitStep failed = failed(visit(wire, SCRIPT, AgentFault.NEVER_READY));

        assertThat(failed.name()).isEqualTo("session");
        assertThat(failed.code()).isEqualTo("silent-agent");
        assertThat(time.nowNs() - fromNs).isLessThan(15_000 * MS);
    }

    @Test
    void nobodyAtTheAddressFailsAtTheConnection() {
        AgentVisit visit = visit(openAi("ws://nobody:80/", GREETED));

        assertThat(failed(visit).name()).isEqualTo("connection");
        assertThat(failed(visit).code()).isEqualTo("agent-unreachable");
        assertThat(visit.steps()).hasSize(1);
    }

    @Test
    void anAgentThatIsToldNoGreetingIsAskedAtOnce() {
        FakeAgent agent = serve(FakeOpenAi.REALTIME, SCRIPT);
        AgentVisit visit = visit(openAi("ws://agent:80" + agent.path(), null));

        assertThat(visit.isGood()).isTrue();
        assertThat(outcome(visit, "greeting")).isEqualTo(VisitStep.Outcome.NONE);
        assertThat(ms(visit, "answer")).isCloseTo(670, within(40.0));
    }

    @Test
    void aGreetingThatDoesNotEndIsNotSpokenOver() {
        AgentVisit visit = visit(FakeOpenAi.REALTIME, SCRIPT.withGreeting(new Tone(20_000)));

        assertThat(visit.isGood()).isTrue();
        assertThat(outcome(visit, "answer")).isEqualTo(VisitStep.Outcome.NONE);
    }

    @Test
    void anAgentThatSaysNothingToTheQuestionHasNotAnswered() {
        AgentVisit visit = visit(FakeOpenAi.REALTIME, SCRIPT.withTurns(List.of(new Turn(60_000, new Tone(400)))));

        assertThat(failed(visit).name()).isEqualTo("answer");
        assertThat(failed(visit).code()).isEqualTo("silent-agent");
    }

    @Test
    void whatTheAgentCallsItsSessionAndModelIsShown() {
        AgentVisit visit = visit(FakeOpenAi.REALTIME, SCRIPT);

        assertThat(visit.session().model()).isEqualTo("gpt-realtime-2.1");
        assertThat(AgentVisitReport.text(visit))
                .contains("ready, " + visit.session().id() + ", model gpt-realtime-2.1")
                .contains("The agent answers");
    }

    @Test
    void noKeyIsInTheReportOrTheJson() {
        ForeignText.hide(SECRET);
        FakeAgent agent = serve(FakeOpenAi.REALTIME, SCRIPT, AgentFault.KEY);
        AgentVisit visit = visit(openAi("ws://agent:80" + agent.path(), GREETED));

        assertThat(AgentVisitReport.text(visit) + DoctorJson.write(null, visit)).doesNotContain(SECRET);
        assertThat(AgentVisitReport.text(visit)).contains("FAILED  key", "Cure: check OPENAI_API_KEY");
    }

    @Test
    void aLineIsNoWiderThanATerminal() {
        String text = AgentVisitReport.text(visit(openAi("ws://nobody:80/", GREETED)));

        assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    private static BridgeConfig.Agent openAi(String url, @Nullable String greeting) {
        AgentSettings settings = new AgentSettings("gpt-realtime", "marin", "Be kind.", greeting, 500);
        return new BridgeConfig.Agent("openai", URI.create(url), SECRET, settings);
    }

    private AgentVisit visit(FakeService wire, AgentScript script, AgentFault... faults) {
        FakeAgent agent = serve(wire, script, faults);
        return visit(new BridgeConfig.Agent(
                wire.name(),
                wire.original(),
                URI.create("ws://agent:80" + agent.path()),
                "practice",
                wire.original().defaults()));
    }

    private FakeAgent serve(FakeService wire, AgentScript script, AgentFault... faults) {
        FakeAgent agent = new FakeAgent(wire, script, Set.of(faults), VOICE, net.calendar());
        agent.ready().join();
        net.serve("agent:80", agent);
        return agent;
    }

    private AgentVisit visit(BridgeConfig.Agent agent) {
        CompletableFuture<AgentVisit> visit = AgentProbe.visit(net, agent, List.of(), line -> {});
        for (int ms = 0; ms < LONGEST_MS && !visit.isDone(); ms += 10) {
            time.advance(10 * MS);
        }
        assertThat(visit).as("the visit ends").isDone();
        return visit.join();
    }

    private static VisitStep failed(AgentVisit visit) {
        assertThat(visit.isGood()).as(AgentVisitReport.text(visit)).isFalse();
        return visit.steps().get(visit.steps().size() - 1);
    }

    private static double ms(AgentVisit visit, String step) {
        return Objects.requireNonNull(step(visit, step).ms());
    }

    private static VisitStep.Outcome outcome(AgentVisit visit, String step) {
        return step(visit, step).outcome();
    }

    private static VisitStep step(AgentVisit visit, String name) {
        return visit.steps().stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
