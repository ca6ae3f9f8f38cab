package dev.sidetone.simulator.rig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.agent.AgentLog;
import dev.sidetone.simulator.agent.AgentLog.Why;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.agent.AgentScript.Action;
import dev.sidetone.simulator.agent.AgentScript.Turn;
import dev.sidetone.simulator.agent.AgentScript.Utterance;
import dev.sidetone.simulator.agent.FakeAgent;
import dev.sidetone.simulator.agent.FakeService;
import dev.sidetone.simulator.agent.gptlive.FakeGptLive;
import dev.sidetone.simulator.agent.omni.FakeOmni;
import dev.sidetone.simulator.agent.openai.FakeOpenAi;
import dev.sidetone.simulator.caller.Callers;
import dev.sidetone.simulator.caller.EventScript;
import dev.sidetone.simulator.realtime.ReliableRun;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Severity;
import dev.sidetone.simulator.timeline.Spool;
import dev.sidetone.simulator.timeline.Thresholds;
import dev.sidetone.simulator.twilio.CallOutcome;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One whole call on each wire, all at the same time and on real sockets: a greeting, two turns, a barge-in, a key, a tool, a
 * transfer. What is checked is what happened and in which order; how long it took is for quieter machines.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryWireIT {
    /** An answer that is still being sent when the caller, however late, cuts in. */
    private static final int LONG_ANSWER_MS = 60_000;

    private static final int INTO_ANSWER_MS = 300;
    private static final int GREETING_AND_ANSWER = 2;
    /** A little less than a barge-in is given. */
    private static final long YIELDED_NS = (Thresholds.YIELD_MS - 100) * 1_000_000L;

    /** What is found of a machine that is too busy. */
    private static final Set<String> CAME_LATE = Set.of("no-clear-on-barge-in");

    private static final Set<FakeService> TOLD_WHAT_WAS_HEARD = Set.of(FakeOpenAi.REALTIME, FakeOpenAi.BETA);
    private static final AgentScript SCRIPT = AgentScript.practice()
            .withGreeting(new Utterance.Tone(300))
            .withTurns(List.of(
                    new Turn(150, new Utterance.Tone(LONG_ANSWER_MS)),
                    new Turn(150, new Utterance.Tone(300)),
                    new Turn(150, new Action.CallTool("generate_random_number", "{\"min\":1,\"max\":6}")),
                    new Turn(150, new Action.Transfer("+15550123"))))
            .withoutExcuses();

    /** A call that is over: what each side knows of it. */
    private record Played(CallOutcome outcome, CallResult result, List<Fact> facts, AgentLog agent) {
        /** Whether the line kept time and the clear came before a barge-in counts as not yielded to, all by the call's own clock. */
        boolean isInTime() {
            if (ReliableRun.isSuspended(outcome)) {
                return false;
            }
            return ReliableRun.isReliable(result) && yieldedNs() < YIELDED_NS;
        }

        /** From the caller's onset to the clear, or to silence where there is none. */
        private long yieldedNs() {
            List<Fact.ClearArrived> clears = all(Fact.ClearArrived.class);
            if (!clears.isEmpty()) {
                return clears.get(0).atNs()
                        - all(Fact.CallerStarted.class).get(1).startNs();
            }
            Double silenceMs = result.bargeIns().isEmpty()
                    ? null
                    : result.bargeIns().get(0).silenceMs();
            return silenceMs == null ? Long.MAX_VALUE : Math.round(silenceMs * 1e6);
        }

        /** How many answers the bridge saw begin before it cut one. */
        long begunAtCut() {
            return facts.stream()
                    .takeWhile(fact -> !(fact instanceof Fact.AnswerCut))
                    .filter(Fact.AnswerBegan.class::isInstance)
                    .count();
        }

        <T extends Fact> List<T> all(Class<T> kind) {
            return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
        }
    }

    /** A call under way. */
    private record Placed(RigCall call, FakeAgent agent, EventScript script) {
        Played played() throws CannotRun {
            CallOutcome outcome = call.await();
            CallResult result = call.close();
            return new Played(outcome, result, script.facts(), agent.log());
        }
    }

    private final Map<FakeService, Played> calls = new LinkedHashMap<>();

    @BeforeAll
    void callOnEveryWireAtOnce() throws Exception {
        ReliableRun.of(this::play, played -> played.values().stream().allMatch(Played::isInTime));
    }

    /** Calls on every wire that has no call yet or none that was in time. */
    private Map<FakeService, Played> play() throws Exception {
        Map<FakeService, Rig> rigs = new LinkedHashMap<>();
        try {
            for (FakeService wire : FakeServices.all()) {
                Played before = calls.get(wire);
                if (before == null || !before.isInTime()) {
                    rigs.put(wire, start(wire));
                }
            }
            play(rigs);
        } finally {
            rigs.values().forEach(Rig::close);
        }
        return calls;
    }

    private static Rig start(FakeService wire) throws Exception {
        AgentChoice fake = AgentChoice.of("fake-" + wire.name(), null, Settings.read(Path.of("none-here"), Map.of()));
        return Rig.start(fake, SCRIPT, CallPlan.TEST_AUTH_TOKEN);
    }

    private void play(Map<FakeService, Rig> rigs) throws CannotRun {
        Map<FakeService, Placed> placed = new LinkedHashMap<>();
        rigs.forEach((wire, rig) -> placed.put(wire, place(rig)));
        for (Map.Entry<FakeService, Placed> call : placed.entrySet()) {
            calls.put(call.getKey(), call.getValue().played());
        }
    }

    private static Placed place(Rig rig) {
        CallPlan plan = CallPlan.to(rig.webhook())
                .signedBy(CallPlan.TEST_ACCOUNT_SID, CallPlan.TEST_AUTH_TOKEN)
                .lasting(Duration.ofMinutes(4));
        FakeAgent agent = rig.practiceAgent();
        EventScript script = script(agent);
        return new Placed(rig.call(plan, script.caller(), Spool.NONE, script), agent, script);
    }

    private static EventScript script(FakeAgent agent) {
        EventScript script = new EventScript(agent)
                .hearOut(1)
                .say(Callers.voice("ask-address"))
                .hearBegin(2, INTO_ANSWER_MS)
                .say(Callers.voice("thank-you-goodbye"));
        if (isTrack(agent.service())) {
            script.untilItStops();
        } else {
            script.until(Fact.ClearArrived.class);
        }
        return script.hearOut(3)
                .press('5')
                .hearOut(4)
                .say(Callers.voice("ask-address"))
                .hearOut(6)
                .say(Callers.voice("ask-address"))
                .until(Fact.DialAnswered.class)
                .hangUp();
    }

    @ParameterizedTest
    @MethodSource("dev.sidetone.simulator.rig.FakeServices#all")
    void theCallerIsGreetedAndAnswered(FakeService wire) {
        Played call = played(wire);
        assertThat(call.result().greeting().firstAudibleAtMs()).isNotNull();
        assertThat(call.result().turns()).hasSize(4);
        assertThat(call.agent().turns()).as("turns that the agent heard").hasSize(4);
        assertThat(call.agent().spoken())
                .extracting(AgentLog.Spoken::why)
                .startsWith(Why.GREETING, Why.TURN, Why.TURN, Why.KEYS, Why.TURN, Why.TOOL, Why.TURN);
    }

    @ParameterizedTest
    @MethodSource("dev.sidetone.simulator.rig.FakeServices#all")
    void theCallerWhoCutsInIsYieldedTo(FakeService wire) {
        Played call = played(wire);
        AgentLog.Spoken cut = call.agent().spoken().get(1);
        assertThat(cut.ending()).isIn(AgentLog.Ending.INTERRUPTED, AgentLog.Ending.CANCELLED);
        assertThat(call.result().bargeIns()).hasSize(1);
        if (call.isInTime()) {
            assertThat(call.result().bargeIns().get(0).silenceMs()).isNotNull();
        }
        if (isTrack(wire)) {
            assertThat(call.result().clears()).isZero();
            return;
        }
        assertThat(call.result().clears()).isPositive();
        List<Fact.AnswerCut> cuts = call.all(Fact.AnswerCut.class);
        long splits = call.begunAtCut() - GREETING_AND_ANSWER;
        // OmniPauseTest shows why a wire without names for its answers may take one that comes with a pause for two.
        assertThat(splits).isBetween(0L, wire.equals(FakeOmni.PLAIN) ? Long.MAX_VALUE : 0L);
        assertThat(cuts).hasSizeBetween(1, (int) (1 + splits));
        assertThat(cuts.stream().mapToDouble(Fact.AnswerCut::heardMs).sum())
                .isBetween(splits == 0 ? 1.0 : 0.0, cut.sentMs());
    }

    @ParameterizedTest
    @MethodSource("dev.sidetone.simulator.rig.FakeServices#all")
    void theAgentIsToldWhatWasHeardWhereItsWireHasAWordForIt(FakeService wire) {
        Played call = played(wire);
        long heardMs = isTrack(wire) ? 0 : call.all(Fact.AnswerCut.class).get(0).heardMs();
        assertThat(call.agent().truncations())
                .extracting(AgentLog.Truncation::audioEndMs)
                .isEqualTo(TOLD_WHAT_WAS_HEARD.contains(wire) ? List.of(heardMs) : List.of());
    }

    @ParameterizedTest
    @MethodSource("dev.sidetone.simulator.rig.FakeServices#all")
    void keyToolAndTransferGoTheirWay(FakeService wire) {
        Played call = played(wire);
        assertThat(call.agent().keys()).extracting(AgentLog.Keys::keys).containsExactly("5");
        assertThat(call.agent().toolCalls())
                .extracting(AgentLog.ToolCall::name)
                .containsExactly("generate_random_number", "transfer_to_human");
        assertThat(call.agent().results()).isNotEmpty().allSatisfy(result -> assertThat(result.failed())
                .isFalse());
        assertThat(call.all(Fact.TransferWished.class))
                .extracting(Fact.TransferWished::number)
                .containsExactly("+15550123");
        assertThat(call.all(Fact.DialAnswered.class))
                .extracting(Fact.DialAnswered::to)
                .containsExactly("+15550123");
    }

    @ParameterizedTest
    @MethodSource("dev.sidetone.simulator.rig.FakeServices#all")
    void theCallEndsCleanly(FakeService wire) {
        Played call = played(wire);
        assertThat(call.outcome().by()).as(call.outcome().why()).isEqualTo(EndedBy.CALLER);
        assertThat(call.all(Fact.Noted.class))
                .extracting(Fact.Noted::text)
                .noneMatch(text -> text.contains("waited in vain"));
        assertThat(call.result().findings())
                .filteredOn(found -> found.severity() == Severity.ERROR)
                .extracting(CallResult.ReportedFinding::code)
                .isSubsetOf(call.isInTime() ? Set.of() : CAME_LATE);
        assertThat(call.agent().openSinceHeardNs()).as("the agent's socket").isNull();
        assertThat(call.agent().earlyBytes()).isZero();
        assertThat(call.agent().sentErrors())
                .extracting(AgentLog.SentError::code)
                .isSubsetOf("response_cancel_not_active");
    }

    /** Whether its sound is one track, which falls silent by itself. */
    private static boolean isTrack(FakeService wire) {
        return wire.equals(FakeGptLive.SERVICE);
    }

    private Played played(FakeService wire) {
        Played call = calls.get(wire);
        if (call == null) {
            throw new AssertionError("no call on " + wire);
        }
        return call;
    }
}
