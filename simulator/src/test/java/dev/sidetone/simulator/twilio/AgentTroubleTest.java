package dev.sidetone.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.BridgeRoutes;
import dev.sidetone.bridge.CallPolicy;
import dev.sidetone.bridge.agent.AgentService;
import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.bridge.agent.AgentTool;
import dev.sidetone.bridge.agent.openai.OpenAi;
import dev.sidetone.bridge.time.ManualCalendar;
import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.agent.AgentLog;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.agent.AgentVoice;
import dev.sidetone.simulator.agent.FakeAgent;
import dev.sidetone.simulator.agent.FakeService;
import dev.sidetone.simulator.agent.gptlive.FakeGptLive;
import dev.sidetone.simulator.agent.inworld.FakeInworld;
import dev.sidetone.simulator.agent.openai.FakeOpenAi;
import dev.sidetone.simulator.caller.Callers;
import dev.sidetone.simulator.rig.BridgeFacts;
import dev.sidetone.simulator.rig.FakeByName;
import dev.sidetone.simulator.rig.FakeServices;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.converter.ConvertWith;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole calls through the embedded bridge to agents of every kind: what is wrong with an agent is named, and a good one never. */
// Over 300 lines because every kind of an agent's trouble is played in one way and is compared here.
class AgentTroubleTest {
    private static final String APOLOGY = "We are sorry";
    /** Learnt once, for it takes longer than a call. */
    static final AgentVoice VOICE = new AgentVoice();

    private static final URI METRICS = URI.create("http://localhost:8080/metrics");
    private static final List<AgentFault> HARMLESS = List.of(
            AgentFault.LATE_DELTA, AgentFault.BAD_JSON, AgentFault.ODD_BYTES, AgentFault.VARIANT, AgentFault.OVERLAP);

    private final List<String> said = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private final CheckedLine checked = new CheckedLine();

    @ParameterizedTest
    @MethodSource("dev.sidetone.simulator.rig.FakeServices#all")
    void aGoodAgentIsGoodOnEveryWire(FakeService wire) {
        assertThat(CheckedLine.codes(call(agent(wire, null), "practice"))).isEmpty();
    }

    /** Every row of the vendors' error tables that a fake can commit. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # wire        fault           key        finding           the caller
            openai      | KEY           | practice | agent-auth      | SORRY
            openai      | UNAUTHORIZED  | practice | agent-auth      | SORRY
            openai      | FORBIDDEN     | practice | agent-auth      | SORRY
            openai      | BUSY          | practice | agent-busy      | RINGING_THEN_SORRY
            openai      | QUOTA         | practice | agent-busy      | GREETED_THEN_SORRY
            openai      | BROKEN        | practice | agent-died      | RINGING_THEN_SORRY
            openai      | DIE           | practice | agent-died      | GREETED_THEN_SORRY
            openai      | NEVER_READY   | practice | silent-agent    | SORRY
            openai      | EXPIRE        | practice | session-renewed | SERVED
            openai-beta | KEY           | practice | agent-auth      | SORRY
            openai-beta | UNAUTHORIZED  | practice | agent-auth      | SORRY
            openai-beta | FORBIDDEN     | practice | agent-auth      | SORRY
            openai-beta | BUSY          | practice | agent-busy      | RINGING_THEN_SORRY
            openai-beta | QUOTA         | practice | agent-busy      | GREETED_THEN_SORRY
            openai-beta | BROKEN        | practice | agent-died      | RINGING_THEN_SORRY
            openai-beta | DIE           | practice | agent-died      | GREETED_THEN_SORRY
            openai-beta | NEVER_READY   | practice | silent-agent    | SORRY
            openai-beta | EXPIRE        | practice | session-renewed | SERVED
            assemblyai  | KEY           | practice | agent-auth      | SORRY
            assemblyai  | UNAUTHORIZED  | practice | agent-auth      | SORRY
            assemblyai  | FORBIDDEN     | practice | agent-auth      | SORRY
            assemblyai  | BUSY          | practice | agent-busy      | RINGING_THEN_SORRY
            assemblyai  | QUOTA         | practice | agent-busy      | RINGING_THEN_SORRY
            assemblyai  | BROKEN        | practice | agent-died      | RINGING_THEN_SORRY
            assemblyai  | DIE           | practice | agent-died      | GREETED_THEN_SORRY
            assemblyai  | NEVER_READY   | practice | silent-agent    | SORRY
            assemblyai  | EXPIRE        | practice | session-renewed | SERVED
            inworld     | KEY           | practice | agent-auth      | SORRY
            inworld     | UNAUTHORIZED  | practice | agent-auth      | SORRY
            inworld     | FORBIDDEN     | practice | agent-auth      | SORRY
            inworld     | BUSY          | practice | agent-busy      | RINGING_THEN_SORRY
            inworld     | QUOTA         | practice | agent-busy      | GREETED_THEN_SORRY
            inworld     | DIE           | practice | agent-died      | GREETED_THEN_SORRY
            inworld     | NEVER_READY   | practice | silent-agent    | SORRY
            inworld     | EXPIRE        | practice | session-renewed | SERVED
            omni        | KEY           | practice | agent-auth      | SORRY
            omni        |               | no-scope | agent-auth      | SORRY
            omni        | UNAUTHORIZED  | practice | agent-auth      | SORRY
            omni        | FORBIDDEN     | practice | agent-auth      | SORRY
            omni        | BUSY          | practice | agent-busy      | RINGING_THEN_SORRY
            omni        | QUOTA         | practice | agent-busy      | SORRY
            omni        | BROKEN        | practice | agent-died      | RINGING_THEN_SORRY
            omni        | DIE           | practice | agent-died      | GREETED_THEN_SORRY
            omni        | NEVER_READY   | practice | silent-agent    | SORRY
            omni-v2     | KEY           | practice | agent-auth      | SORRY
            omni-v2     |               | no-scope | agent-auth      | SORRY
            omni-v2     | UNAUTHORIZED  | practice | agent-auth      | SORRY
            omni-v2     | FORBIDDEN     | practice | agent-auth      | SORRY
            omni-v2     | QUOTA         | practice | agent-busy      | SORRY
            omni-v2     | BUSY          | practice | agent-busy      | RINGING_THEN_SORRY
            omni-v2     | BROKEN        | practice | agent-died      | RINGING_THEN_SORRY
            omni-v2     | DIE           | practice | agent-died      | GREETED_THEN_SORRY
            omni-v2     | NEVER_READY   | practice | silent-agent    | SORRY
            gpt-live    |               | bad      | agent-auth      | SORRY
            gpt-live    | KEY           | practice | agent-auth      | SORRY
            gpt-live    | UNAUTHORIZED  | practice | agent-auth      | SORRY
            gpt-live    | FORBIDDEN     | practice | agent-auth      | SORRY
            gpt-live    | BUSY          | practice | agent-busy      | RINGING_THEN_SORRY
            gpt-live    | QUOTA         | practice | agent-busy      | GREETED_THEN_SORRY
            gpt-live    | BROKEN        | practice | agent-died      | RINGING_THEN_SORRY
            gpt-live    | DIE           | practice | agent-died      | GREETED_THEN_SORRY
            gpt-live    | NEVER_READY   | practice | silent-agent    | SORRY
            gpt-live    | EXPIRE        | practice | session-renewed | SERVED
            gemini      |               | bad      | agent-auth      | SORRY
            gemini      | KEY           | practice | agent-auth      | SORRY
            gemini      | UNAUTHORIZED  | practice | agent-auth      | SORRY
            gemini      | FORBIDDEN     | practice | agent-auth      | SORRY
            gemini      | BUSY          | practice | agent-busy      | RINGING_THEN_SORRY
            gemini      | QUOTA         | practice | agent-busy      | GREETED_THEN_SORRY
            gemini      | BROKEN        | practice | agent-died      | RINGING_THEN_SORRY
            gemini      | DIE           | practice | agent-died      | GREETED_THEN_SORRY
            gemini      | NEVER_READY   | practice | silent-agent    | SORRY
            gemini      | EXPIRE        | practice | session-renewed | SERVED
            """)
    void anAgentThatIsNotThereForTheCallerIsNamedAndNothingIsLeftRunning(
            @ConvertWith(FakeByName.class) FakeService wire,
            @Nullable AgentFault fault,
            String key,
            String code,
            Experience experience) {
        FakeAgent agent = agent(wire, fault);
        CallResult call = call(agent, key, wire.original().defaults());
        assertThat(CheckedLine.codes(call)).containsExactly(code);
        assertThat(experience()).isEqualTo(experience);
        nothingIsLeftRunning(agent);
    }

    /** Vendors state the end of a session in whole seconds: where in a second it begins decides when it is renewed. */
    @ParameterizedTest
    @MethodSource("renewed")
    void aSessionThatIsRenewedAtAnyMomentLosesNoQuestion(FakeService wire, int ms) {
        checked.line.calendar.set(Duration.ofMillis(ms));
        FakeAgent agent = agent(wire, AgentFault.EXPIRE);
        assertThat(CheckedLine.codes(call(agent, "practice"))).containsExactly("session-renewed");
        assertThat(experience()).isEqualTo(Experience.SERVED);
    }

    /** The clock of the machine is behind the vendor's, or ahead: sessions end sooner or later than the bridge takes for their end. */
    @ParameterizedTest
    @MethodSource("askew")
    void aSessionWhoseVendorHasAnotherTimeOfDayLosesNoQuestion(FakeService wire, int aheadMs) {
        ManualCalendar vendors = new ManualCalendar(checked.line.timers, checked.line.calendar.instant());
        checked.line.calendar.set(Duration.ofMillis(-aheadMs));
        Set<AgentFault> expires = Set.of(AgentFault.EXPIRE);
        FakeAgent agent = new FakeAgent(wire, AgentScript.practice(), expires, VOICE, vendors);
        assertThat(CheckedLine.codes(call(agent, "practice")))
                .contains("session-renewed")
                .doesNotContain("silent-agent");
        assertThat(experience()).isEqualTo(Experience.SERVED);
    }

    static Stream<Arguments> askew() {
        return FakeServices.all().stream()
                .filter(wire -> !wire.name().startsWith("omni"))
                .flatMap(wire -> IntStream.of(550, -2_100, -3_200).mapToObj(ms -> Arguments.of(wire, ms)));
    }

    static Stream<Arguments> renewed() {
        return FakeServices.all().stream()
                .filter(wire -> !wire.name().startsWith("omni"))
                .flatMap(wire -> IntStream.of(0, 250, 500, 750, 999).mapToObj(ms -> Arguments.of(wire, ms)));
    }

    /** Which is late, of course, as long as it lasts. */
    @Test
    void aTrackThatStandsStillIsFoundAndTheCallerIsServed() {
        FakeAgent agent = agent(FakeGptLive.SERVICE, AgentFault.STARVE);
        assertThat(CheckedLine.codes(call(agent, "practice")))
                .contains("agent-lag")
                .isSubsetOf("agent-lag", "late-answer");
        assertThat(experience()).isEqualTo(Experience.SERVED);
        nothingIsLeftRunning(agent);
    }

    @Test
    void anAnswerThatBreaksInTheModelIsAskedForOnceMore() {
        FakeAgent agent = agent(FakeInworld.REALTIME, AgentFault.BROKEN);
        assertThat(CheckedLine.codes(call(agent, "practice"))).isEmpty();
        assertThat(experience()).isEqualTo(Experience.SERVED);
        assertThat(agent.log().spoken())
                .extracting(AgentLog.Spoken::ending)
                .containsSequence(AgentLog.Ending.FAILED, AgentLog.Ending.COMPLETED);
        nothingIsLeftRunning(agent);
    }

    /** It says nothing more, though it was given its result; the caller hangs up. */
    @ParameterizedTest
    @MethodSource("dev.sidetone.simulator.rig.FakeServices#all")
    void anAgentThatIsSilentAfterItsToolIsToldAndLeavesNothingRunning(FakeService wire) {
        AgentScript script = AgentScript.practice()
                .withTurns(List.of(new AgentScript.Turn(
                        100, new AgentScript.Action.CallTool("generate_random_number", "{\"min\":1,\"max\":6}"))));
        FakeAgent agent = new FakeAgent(wire, script, Set.of(AgentFault.SILENT_TOOL), VOICE, checked.line.calendar);
        AgentSettings settings = wire.original()
                .defaults()
                .withTools(List.of(Objects.requireNonNull(AgentTool.builtin("generate_random_number"))));
        assertThat(CheckedLine.codes(call(agent, "practice", settings))).containsExactly("silent-agent");
        assertThat(experience()).isEqualTo(Experience.SERVED);
        assertThat(agent.log().results()).singleElement().satisfies(result -> assertThat(result.failed())
                .isFalse());
        nothingIsLeftRunning(agent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"omni", "omni-v2"})
    void aSessionThatAnnouncesItsEndIsAHangUp(@ConvertWith(FakeByName.class) FakeService wire) {
        FakeAgent agent = agent(wire, AgentFault.EXPIRE);
        assertThat(CheckedLine.codes(call(agent, "practice"))).isEmpty();
        assertThat(experience()).isEqualTo(Experience.SERVED);
        assertThat(facts).filteredOn(Fact.CallEnded.class::isInstance).hasSize(1);
        nothingIsLeftRunning(agent);
    }

    @ParameterizedTest
    @MethodSource("dev.sidetone.simulator.rig.FakeServices#all")
    void whoeverIsNotServedIsPutThroughWhereThatIsWished(FakeService wire) {
        unserved(wire, AgentSettings.Unreachable.TRANSFER);
        assertThat(said).noneMatch(text -> text.startsWith(APOLOGY));
        assertThat(facts)
                .filteredOn(Fact.DialBegan.class::isInstance)
                .extracting(fact -> ((Fact.DialBegan) fact).to())
                .containsExactly("+15550123");
    }

    @ParameterizedTest
    @MethodSource("dev.sidetone.simulator.rig.FakeServices#all")
    void whoeverIsNotServedIsHungUpOnWhereThatIsWished(FakeService wire) {
        unserved(wire, AgentSettings.Unreachable.HANG_UP);
        assertThat(said).isEmpty();
        assertThat(facts).noneMatch(Fact.DialBegan.class::isInstance);
    }

    @ParameterizedTest
    @CsvSource({
        "assemblyai, Ivy, agent-config",
        "omni, marin, agent-config",
        "gemini, kore, agent-config",
        "omni-v2, marin, agent-config",
        "openai, Marin, agent-config",
        "openai-beta, Alloy, agent-config"
    })
    void aVoiceThatTheServiceDoesNotHaveIsASettingThatIsWrong(
            @ConvertWith(FakeByName.class) FakeService wire, String voice, String code) {
        FakeAgent agent = agent(wire, null);
        AgentSettings usual = wire.original().defaults();
        AgentSettings settings = new AgentSettings(usual.model(), voice, "", "Hello.", 500).withAudio(usual.audio());
        assertThat(CheckedLine.codes(call(agent, "practice", settings))).containsExactly(code);
        assertThat(experience()).isEqualTo(Experience.SORRY);
        nothingIsLeftRunning(agent);
    }

    @Test
    void theBetaShapeIsToldToBeGone() {
        FakeAgent agent = agent(FakeOpenAi.REALTIME, null);
        CallResult call = call(agent, OpenAi.BETA, "practice", OpenAi.BETA.defaults());
        assertThat(CheckedLine.codes(call)).containsExactly("agent-config");
        assertThat(experience()).isEqualTo(Experience.SORRY);
    }

    @ParameterizedTest
    @MethodSource("dev.sidetone.simulator.rig.FakeServices#all")
    void whatTheBridgePutsRightIsNobodysFault(FakeService wire) {
        for (AgentFault fault : HARMLESS) {
            assertThat(CheckedLine.codes(new AgentTroubleTest().call(agent(wire, fault), "practice")))
                    .as(fault.text())
                    .isEmpty();
        }
    }

    @Test
    void aVoiceWithAWrongCapitalIsToldWithTheVoicesThereAre() {
        AgentSettings settings = new AgentSettings("gpt-realtime", "Marin", "", "Hello.", 500);
        CallResult call = call(agent(FakeOpenAi.REALTIME, null), "practice", settings);
        assertThat(CheckedLine.codes(call)).containsExactly("agent-config");
        assertThat(call.findings().get(0).what()).contains("Marin").contains("marin");
    }

    @Test
    void nobodyAtTheAgentsAddressIsToldWithTheAddress() {
        FakeAgent nobody = agent(FakeOpenAi.REALTIME, null);
        checked.line.serving(site(nobody, OpenAi.REALTIME, "k", OpenAi.REALTIME.defaults()));
        CallResult call = checked.call(Callers.demo());
        assertThat(CheckedLine.codes(call)).containsExactly("agent-unreachable");
        assertThat(call.findings().get(0).what()).contains("agent:80");
    }

    private void unserved(FakeService wire, AgentSettings.Unreachable what) {
        FakeAgent agent = agent(wire, AgentFault.KEY);
        AgentSettings settings = wire.original().defaults().withUnreachable(what);
        assertThat(CheckedLine.codes(call(agent, "practice", settings))).containsExactly("agent-auth");
        nothingIsLeftRunning(agent);
    }

    private FakeAgent agent(FakeService wire, @Nullable AgentFault fault) {
        Set<AgentFault> faults = fault == null ? Set.of() : Set.of(fault);
        return new FakeAgent(wire, AgentScript.practice(), faults, VOICE, checked.line.calendar);
    }

    private CallResult call(FakeAgent agent, String key) {
        return call(agent, key, agent.service().original().defaults());
    }

    private CallResult call(FakeAgent agent, String key, AgentSettings settings) {
        return call(agent, agent.service().original(), key, settings);
    }

    private CallResult call(FakeAgent agent, AgentService dialect, String key, AgentSettings settings) {
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

    private BridgeRoutes site(FakeAgent agent, AgentService dialect, String key, AgentSettings settings) {
        URI url = URI.create("ws://agent:80" + agent.path());
        BridgeConfig.Agent dialled = new BridgeConfig.Agent("practice", dialect, url, key, settings);
        CallPolicy rules = CallPolicy.defaults().withHumanNumber("+15550123");
        BridgeConfig config = new BridgeConfig("127.0.0.1", 0, 1, null, CallPlan.TEST_AUTH_TOKEN, dialled, rules);
        return new BridgeRoutes(config, sid -> new BridgeFacts("practice", checked.timeline));
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
