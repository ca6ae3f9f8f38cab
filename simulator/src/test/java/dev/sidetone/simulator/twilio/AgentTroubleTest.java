package dev.sidetone.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.BridgeSite;
import dev.sidetone.bridge.CallRules;
import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.bridge.agent.AgentTool;
import dev.sidetone.bridge.agent.AgentWire;
import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.agent.AgentLog;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.agent.AgentVoice;
import dev.sidetone.simulator.agent.FakeAgent;
import dev.sidetone.simulator.agent.FakeWire;
import dev.sidetone.simulator.caller.Callers;
import dev.sidetone.simulator.rig.BridgeFacts;
import dev.sidetone.simulator.rig.ServedAgent;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole calls through the embedded bridge to agents of every kind: what is wrong with an agent is named, and a good one never. */
class AgentTroubleTest {
    private static final String APOLOGY = "We are sorry";
    /** Learnt once, for it takes longer than a call. */
    private static final AgentVoice VOICE = new AgentVoice();

    private static final URI METRICS = URI.create("http://localhost:8080/metrics");
    private static final List<AgentFault> HARMLESS =
            List.of(AgentFault.LATE_DELTA, AgentFault.BAD_JSON, AgentFault.ODD_BYTES, AgentFault.VARIANT);

    private final List<String> said = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private final CheckedLine checked = new CheckedLine();

    @ParameterizedTest
    @EnumSource
    void aGoodAgentIsGoodOnEveryWire(FakeWire wire) {
        assertThat(CheckedLine.codes(call(agent(wire, null), "practice"))).isEmpty();
    }

    /** Every row of the vendors' error tables that a fake can commit. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # wire        fault           key        finding           the caller
            OPENAI      | KEY           | practice | agent-auth      | SORRY
            OPENAI      | UNAUTHORIZED  | practice | agent-auth      | SORRY
            OPENAI      | FORBIDDEN     | practice | agent-auth      | SORRY
            OPENAI      | BUSY          | practice | agent-busy      | RINGING_THEN_SORRY
            OPENAI      | QUOTA         | practice | agent-busy      | GREETED_THEN_SORRY
            OPENAI      | BROKEN        | practice | agent-died      | RINGING_THEN_SORRY
            OPENAI      | DIE           | practice | agent-died      | GREETED_THEN_SORRY
            OPENAI      | NEVER_READY   | practice | silent-agent    | SORRY
            OPENAI      | EXPIRE        | practice | session-renewed | SERVED
            OPENAI_BETA | KEY           | practice | agent-auth      | SORRY
            OPENAI_BETA | UNAUTHORIZED  | practice | agent-auth      | SORRY
            OPENAI_BETA | FORBIDDEN     | practice | agent-auth      | SORRY
            OPENAI_BETA | BUSY          | practice | agent-busy      | RINGING_THEN_SORRY
            OPENAI_BETA | QUOTA         | practice | agent-busy      | GREETED_THEN_SORRY
            OPENAI_BETA | BROKEN        | practice | agent-died      | RINGING_THEN_SORRY
            OPENAI_BETA | DIE           | practice | agent-died      | GREETED_THEN_SORRY
            OPENAI_BETA | NEVER_READY   | practice | silent-agent    | SORRY
            OPENAI_BETA | EXPIRE        | practice | session-renewed | SERVED
            ASSEMBLYAI  | KEY           | practice | agent-auth      | SORRY
            ASSEMBLYAI  | UNAUTHORIZED  | practice | agent-auth      | SORRY
            ASSEMBLYAI  | FORBIDDEN     | practice | agent-auth      | SORRY
            ASSEMBLYAI  | BUSY          | practice | agent-busy      | RINGING_THEN_SORRY
            ASSEMBLYAI  | QUOTA         | practice | agent-busy      | RINGING_THEN_SORRY
            ASSEMBLYAI  | BROKEN        | practice | agent-died      | RINGING_THEN_SORRY
            ASSEMBLYAI  | DIE           | practice | agent-died      | GREETED_THEN_SORRY
            ASSEMBLYAI  | NEVER_READY   | practice | silent-agent    | SORRY
            ASSEMBLYAI  | EXPIRE        | practice | session-renewed | SERVED
            INWORLD     | KEY           | practice | agent-auth      | SORRY
            INWORLD     | UNAUTHORIZED  | practice | agent-auth      | SORRY
            INWORLD     | FORBIDDEN     | practice | agent-auth      | SORRY
            INWORLD     | BUSY          | practice | agent-busy      | RINGING_THEN_SORRY
            INWORLD     | QUOTA         | practice | agent-busy      | GREETED_THEN_SORRY
            INWORLD     | DIE           | practice | agent-died      | GREETED_THEN_SORRY
            INWORLD     | NEVER_READY   | practice | silent-agent    | SORRY
            INWORLD     | EXPIRE        | practice | session-renewed | SERVED
            OMNI        | KEY           | practice | agent-auth      | SORRY
            OMNI        |               | no-scope | agent-auth      | SORRY
            OMNI        | UNAUTHORIZED  | practice | agent-auth      | SORRY
            OMNI        | FORBIDDEN     | practice | agent-auth      | SORRY
            OMNI        | BUSY          | practice | agent-busy      | RINGING_THEN_SORRY
            OMNI        | QUOTA         | practice | agent-busy      | SORRY
            OMNI        | BROKEN        | practice | agent-died      | RINGING_THEN_SORRY
            OMNI        | DIE           | practice | agent-died      | GREETED_THEN_SORRY
            OMNI        | NEVER_READY   | practice | silent-agent    | SORRY
            OMNI_V2     | KEY           | practice | agent-auth      | SORRY
            OMNI_V2     |               | no-scope | agent-auth      | SORRY
            OMNI_V2     | UNAUTHORIZED  | practice | agent-auth      | SORRY
            OMNI_V2     | FORBIDDEN     | practice | agent-auth      | SORRY
            OMNI_V2     | QUOTA         | practice | agent-busy      | SORRY
            OMNI_V2     | BUSY          | practice | agent-busy      | RINGING_THEN_SORRY
            OMNI_V2     | BROKEN        | practice | agent-died      | RINGING_THEN_SORRY
            OMNI_V2     | DIE           | practice | agent-died      | GREETED_THEN_SORRY
            OMNI_V2     | NEVER_READY   | practice | silent-agent    | SORRY
            """)
    void anAgentThatIsNotThereForTheCallerIsNamedAndNothingIsLeftRunning(
            FakeWire wire, @Nullable AgentFault fault, String key, String code, Experience experience) {
        FakeAgent agent = agent(wire, fault);
        CallResult call = call(agent, key, AgentSettings.of(ServedAgent.dialect(wire)));
        assertThat(CheckedLine.codes(call)).containsExactly(code);
        assertThat(experience()).isEqualTo(experience);
        nothingIsLeftRunning(agent);
    }

    @Test
    void anAnswerThatBreaksInTheModelIsAskedForOnceMore() {
        FakeAgent agent = agent(FakeWire.INWORLD, AgentFault.BROKEN);
        assertThat(CheckedLine.codes(call(agent, "practice"))).isEmpty();
        assertThat(experience()).isEqualTo(Experience.SERVED);
        assertThat(agent.log().spoken())
                .extracting(AgentLog.Spoken::ending)
                .containsSequence(AgentLog.Ending.FAILED, AgentLog.Ending.COMPLETED);
        nothingIsLeftRunning(agent);
    }

    /** It says nothing more, though it was given its result; the caller hangs up. */
    @ParameterizedTest
    @EnumSource
    void anAgentThatIsSilentAfterItsToolIsToldAndLeavesNothingRunning(FakeWire wire) {
        AgentScript script = AgentScript.practice()
                .withTurns(List.of(new AgentScript.Turn(
                        100, new AgentScript.Deed.CallTool("generate_random_number", "{\"min\":1,\"max\":6}"))));
        FakeAgent agent = new FakeAgent(wire, script, Set.of(AgentFault.SILENT_TOOL), VOICE, Clock.systemUTC());
        AgentSettings settings = AgentSettings.of(ServedAgent.dialect(wire))
                .withTools(List.of(Objects.requireNonNull(AgentTool.builtin("generate_random_number"))));
        assertThat(CheckedLine.codes(call(agent, "practice", settings))).containsExactly("silent-agent");
        assertThat(experience()).isEqualTo(Experience.SERVED);
        assertThat(agent.log().results()).singleElement().satisfies(result -> assertThat(result.failed())
                .isFalse());
        nothingIsLeftRunning(agent);
    }

    @ParameterizedTest
    @EnumSource(names = {"OMNI", "OMNI_V2"})
    void aSessionThatAnnouncesItsEndIsAHangUp(FakeWire wire) {
        FakeAgent agent = agent(wire, AgentFault.EXPIRE);
        assertThat(CheckedLine.codes(call(agent, "practice"))).isEmpty();
        assertThat(experience()).isEqualTo(Experience.SERVED);
        assertThat(facts).filteredOn(Fact.CallEnded.class::isInstance).hasSize(1);
        nothingIsLeftRunning(agent);
    }

    @ParameterizedTest
    @EnumSource
    void whoeverIsNotServedIsPutThroughWhereThatIsWished(FakeWire wire) {
        unserved(wire, AgentSettings.Unreachable.TRANSFER);
        assertThat(said).noneMatch(text -> text.startsWith(APOLOGY));
        assertThat(facts)
                .filteredOn(Fact.DialBegan.class::isInstance)
                .extracting(fact -> ((Fact.DialBegan) fact).to())
                .containsExactly("+15550123");
    }

    @ParameterizedTest
    @EnumSource
    void whoeverIsNotServedIsHungUpOnWhereThatIsWished(FakeWire wire) {
        unserved(wire, AgentSettings.Unreachable.HANG_UP);
        assertThat(said).isEmpty();
        assertThat(facts).noneMatch(Fact.DialBegan.class::isInstance);
    }

    @ParameterizedTest
    @CsvSource({
        "ASSEMBLYAI, Ivy, agent-config",
        "OMNI, marin, agent-config",
        "OMNI_V2, marin, agent-config",
        "OPENAI, Marin, agent-config",
        "OPENAI_BETA, Alloy, agent-config"
    })
    void aVoiceThatTheServiceDoesNotHaveIsASettingThatIsWrong(FakeWire wire, String voice, String code) {
        FakeAgent agent = agent(wire, null);
        AgentSettings usual = AgentSettings.of(ServedAgent.dialect(wire));
        AgentSettings settings = new AgentSettings(usual.model(), voice, "", "Hello.", 500).withAudio(usual.audio());
        assertThat(CheckedLine.codes(call(agent, "practice", settings))).containsExactly(code);
        assertThat(experience()).isEqualTo(Experience.SORRY);
        nothingIsLeftRunning(agent);
    }

    @Test
    void theBetaShapeIsToldToBeGone() {
        FakeAgent agent = agent(FakeWire.OPENAI, null);
        CallResult call = call(agent, AgentWire.OPENAI_BETA, "practice", AgentSettings.of(AgentWire.OPENAI_BETA));
        assertThat(CheckedLine.codes(call)).containsExactly("agent-config");
        assertThat(experience()).isEqualTo(Experience.SORRY);
    }

    @ParameterizedTest
    @EnumSource
    void whatTheBridgePutsRightIsNobodysFault(FakeWire wire) {
        for (AgentFault fault : HARMLESS) {
            assertThat(CheckedLine.codes(new AgentTroubleTest().call(agent(wire, fault), "practice")))
                    .as(fault.text())
                    .isEmpty();
        }
    }

    @Test
    void aVoiceWithAWrongCapitalIsToldWithTheVoicesThereAre() {
        AgentSettings settings = new AgentSettings("gpt-realtime", "Marin", "", "Hello.", 500);
        CallResult call = call(agent(FakeWire.OPENAI, null), "practice", settings);
        assertThat(CheckedLine.codes(call)).containsExactly("agent-config");
        assertThat(call.findings().get(0).what()).contains("Marin").contains("marin");
    }

    @Test
    void nobodyAtTheAgentsAddressIsToldWithTheAddress() {
        FakeAgent nobody = agent(FakeWire.OPENAI, null);
        checked.line.serving(site(nobody, AgentWire.OPENAI, "k", AgentSettings.openAi()));
        CallResult call = checked.call(Callers.demo());
        assertThat(CheckedLine.codes(call)).containsExactly("agent-unreachable");
        assertThat(call.findings().get(0).what()).contains("agent:80");
    }

    private void unserved(FakeWire wire, AgentSettings.Unreachable what) {
        FakeAgent agent = agent(wire, AgentFault.KEY);
        AgentSettings settings = AgentSettings.of(ServedAgent.dialect(wire)).withUnreachable(what);
        assertThat(CheckedLine.codes(call(agent, "practice", settings))).containsExactly("agent-auth");
        nothingIsLeftRunning(agent);
    }

    private static FakeAgent agent(FakeWire wire, @Nullable AgentFault fault) {
        Set<AgentFault> faults = fault == null ? Set.of() : Set.of(fault);
        return new FakeAgent(wire, AgentScript.practice(), faults, VOICE, Clock.systemUTC());
    }

    private CallResult call(FakeAgent agent, String key) {
        return call(agent, key, AgentSettings.of(ServedAgent.dialect(agent.wire())));
    }

    private CallResult call(FakeAgent agent, String key, AgentSettings settings) {
        return call(agent, ServedAgent.dialect(agent.wire()), key, settings);
    }

    private CallResult call(FakeAgent agent, AgentWire dialect, String key, AgentSettings settings) {
        agent.ready().join();
        checked.line.net.serve("agent:80", agent);
        checked.line.serving(site(agent, dialect, key, settings));
        checked.line.words = text -> {
            said.add(text);
            return CompletableFuture.completedFuture(new byte[320]);
        };
        checked.timeline.listen(facts::add);
        return checked.call(Callers.demo());
    }

    private BridgeSite site(FakeAgent agent, AgentWire dialect, String key, AgentSettings settings) {
        URI url = URI.create("ws://agent:80" + agent.wire().path());
        BridgeConfig.Agent dialled = new BridgeConfig.Agent("practice", dialect, url, key, settings);
        CallRules rules = CallRules.usual().withHumanNumber("+15550123");
        BridgeConfig config = new BridgeConfig("127.0.0.1", 0, 1, null, CallPlan.TEST_AUTH_TOKEN, dialled, rules);
        return new BridgeSite(config, sid -> new BridgeFacts("practice", checked.timeline));
    }

    private Experience experience() {
        boolean sorry = said.stream().anyMatch(text -> text.startsWith(APOLOGY));
        return Experience.of(facts, sorry);
    }

    /** Both sockets are closed, and nobody dials again. */
    private void nothingIsLeftRunning(FakeAgent agent) {
        int sessions = agent.logs().size();
        checked.line.pass(Duration.ofMinutes(2));
        assertThat(agent.logs()).hasSize(sessions).allMatch(log -> log.openSinceHeardNs() == null);
        assertThat(facts).filteredOn(Fact.StreamEnded.class::isInstance).hasSize(1);
        List<String> metrics = new ArrayList<>();
        checked.line.net.request("GET", METRICS, Map.of(), "", answer -> metrics.add(String.valueOf(answer)));
        checked.line.pass(Duration.ofMillis(10));
        assertThat(metrics).singleElement(STRING).contains("sidetone_calls_active 0");
    }
}
