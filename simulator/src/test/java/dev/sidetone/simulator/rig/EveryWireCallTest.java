package dev.sidetone.simulator.rig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.BridgeRoutes;
import dev.sidetone.bridge.CallPolicy;
import dev.sidetone.bridge.agent.AgentService;
import dev.sidetone.bridge.agent.AgentTool;
import dev.sidetone.bridge.agent.Destinations;
import dev.sidetone.bridge.socket.MemoryNetwork;
import dev.sidetone.bridge.time.ManualTimers;
import dev.sidetone.bridge.tools.SignalTones;
import dev.sidetone.bridge.tools.ToolClient;
import dev.sidetone.bridge.twilio.rest.CallControl;
import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.agent.AgentLog;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.agent.AgentScript.Action;
import dev.sidetone.simulator.agent.AgentScript.Turn;
import dev.sidetone.simulator.agent.AgentScript.Utterance;
import dev.sidetone.simulator.agent.AgentVoice;
import dev.sidetone.simulator.agent.FakeAgent;
import dev.sidetone.simulator.agent.FakeService;
import dev.sidetone.simulator.agent.gptlive.FakeGptLive;
import dev.sidetone.simulator.agent.omni.FakeOmni;
import dev.sidetone.simulator.findings.Checks;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Spool;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.converter.ConvertWith;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole calls on each wire, in manual time: a bridge between a fake agent and a Twilio that is written by hand. */
class EveryWireCallTest {
    private static final long MS = 1_000_000;
    private static final AgentVoice VOICE = new AgentVoice();
    private static final byte[] QUESTION = SignalTones.ringBack(800).decode();
    private static final AgentTool BOOK = new AgentTool(
            "book_table", "Books a table.", "{\"type\":\"object\"}", URI.create("http://shop/book"), 5_000);
    private static final AgentScript SCRIPT = AgentScript.practice()
            .withGreeting(new Utterance.Tone(600))
            .withTurns(List.of(
                    new Turn(150, new Utterance.Tone(4_000)),
                    new Turn(150, new Utterance.Tone(400)),
                    new Turn(150, new Action.CallTool("book_table", "{\"seats\":4}")),
                    new Turn(150, new Action.Transfer("+15550123"))))
            .withoutExcuses();

    private final ManualTimers time = new ManualTimers(1_000_000_000L);
    private final MemoryNetwork net = new MemoryNetwork(time, MS);
    private final HandTwilio twilio = new HandTwilio(time, net);
    private final List<Fact> facts = new ArrayList<>();
    private final List<String> posted = new ArrayList<>();
    private boolean shopIsOpen = true;

    @ParameterizedTest
    @MethodSource("dev.sidetone.simulator.rig.FakeServices#all")
    void aCallGoesFromItsGreetingToItsTransfer(FakeService wire) {
        FakeAgent agent = serve(wire, SCRIPT);
        twilio.call("/voice");
        twilio.lineOpens();
        twilio.pass(2_500);
        assertThat(twilio.audibleTicks).as("ticks of greeting heard").isBetween(29L, 32L);

        ask();
        assertThat(twilio.hears()).as("the first answer").isTrue();
        twilio.say(SignalTones.ringBack(300).decode());
        twilio.pass(250);
        assertThat(twilio.hears()).as("after the barge-in").isFalse();
        boolean falls = wire.equals(FakeGptLive.SERVICE);
        if (falls) {
            assertThat(twilio.clears).as("a track falls silent by itself").isZero();
        } else {
            assertThat(twilio.clears).isPositive();
        }
        twilio.pass(3_000);
        if (!falls) {
            assertThat(facts)
                    .as("the agent's word that it broke off")
                    .hasAtLeastOneElementOfType(Fact.AgentCutAnswer.class);
        }

        twilio.press('5');
        twilio.pass(4_000);
        assertThat(agent.log().keys()).extracting(AgentLog.Keys::keys).containsExactly("5");

        ask();
        twilio.pass(6_000);
        assertThat(posted).containsExactly("{\"seats\":4}");
        assertThat(agent.log().results()).singleElement().satisfies(result -> assertThat(result.failed())
                .isFalse());
        assertThat(agent.log().spoken()).anyMatch(each -> each.why() == AgentLog.Why.TOOL);
        assertThat(facts).hasAtLeastOneElementOfType(Fact.ToolCalled.class);
        assertThat(facts).hasAtLeastOneElementOfType(Fact.ToolAnswered.class);

        ask();
        twilio.pass(6_000);
        assertThat(twilio.ends).containsExactly("1000 the agent puts the caller through");
        assertThat(twilio.post("/after-stream")).contains("<Dial>+15550123</Dial>");
        assertThat(facts).hasAtLeastOneElementOfType(Fact.TransferWished.class);
        assertThat(agent.log().sentErrors())
                .extracting(AgentLog.SentError::code)
                .isSubsetOf("response_cancel_not_active");
        assertThat(agent.logs()).hasSize(1);
        assertThat(foundOfTools()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.sidetone.simulator.rig.FakeServices#all")
    void aToolThatIsNotAnsweredIsNamed(FakeService wire) {
        shopIsOpen = false;
        serve(wire, SCRIPT.withTurns(List.of(new Turn(150, new Action.CallTool("book_table", "{}")))));
        twilio.call("/voice");
        twilio.lineOpens();
        twilio.pass(2_500);
        ask();
        twilio.pass(8_000);
        assertThat(posted).hasSize(1);
        assertThat(foundOfTools()).singleElement().satisfies(found -> assertThat(found.what())
                .contains("book_table")
                .contains("no answer"));
    }

    @ParameterizedTest
    @MethodSource("dev.sidetone.simulator.rig.FakeServices#all")
    void theAgentHangsUpWhenItsGoodByeWasHeard(FakeService wire) {
        serve(wire, SCRIPT.withTurns(List.of(new Turn(150, new Action.End()))));
        twilio.call("/voice");
        twilio.lineOpens();
        twilio.pass(2_500);
        long beforeTicks = twilio.audibleTicks;
        ask();
        twilio.pass(6_000);
        assertThat(twilio.ends).hasSize(1);
        boolean hasWordOfItsOwn = wire.equals(FakeOmni.PLAIN) || wire.equals(FakeOmni.TAGGED);
        assertThat(twilio.audibleTicks - beforeTicks > 10)
                .as("a good-bye was heard")
                .isEqualTo(!hasWordOfItsOwn);
        assertThat(twilio.post("/after-stream")).contains("<Hangup/>").doesNotContain("<Say");
        assertThat(foundOfTools()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.sidetone.simulator.rig.FakeServices#all")
    void aTwilioCallIsGreetedWhenTheLineCarriesSoundAndNotBefore(FakeService wire) {
        FakeAgent agent = serve(wire, SCRIPT);
        twilio.call("/outbound");
        twilio.pass(3_000);
        assertThat(agent.logs()).isEmpty();
        twilio.lineOpens();
        twilio.pass(2_500);
        assertThat(twilio.audibleTicks).as("ticks of greeting heard").isBetween(29L, 32L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "openai-beta", "inworld", "assemblyai", "gemini"})
    void aSessionNearItsEndIsFollowedByAnotherInAPause(@ConvertWith(FakeByName.class) FakeService wire) {
        FakeAgent agent = serve(wire, SCRIPT, AgentFault.EXPIRE);
        twilio.call("/voice");
        twilio.lineOpens();
        twilio.pass(10_800);
        assertThat(twilio.ends).isEmpty();
        assertThat(agent.logs()).hasSize(2);
        assertThat(facts)
                .filteredOn(
                        fact -> fact instanceof Fact.Found found && found.code().equals("session-renewed"))
                .hasSize(1);
        assertThat(twilio.audibleTicks).as("greeted once").isBetween(29L, 32L);
        ask();
        assertThat(twilio.hears()).as("the answer of the second").isTrue();
    }

    /** What a call of these facts, and a minute more, is told of its tools. */
    private List<CallResult.ReportedFinding> foundOfTools() {
        CallTimeline timeline = new CallTimeline("test", Spool.NONE, Checks.forOneCall());
        facts.forEach(timeline::add);
        long overNs = time.nowNs() + 60_000 * MS;
        timeline.add(new Fact.Tick(overNs, 0, 0, -90, -90, -90, -90, 0, 0));
        timeline.add(new Fact.CallEnded(overNs, EndedBy.CALLER, "over"));
        return timeline.close(overNs).findings().stream()
                .filter(found -> found.code().equals("tool-without-result"))
                .toList();
    }

    private void ask() {
        twilio.say(QUESTION);
        twilio.pass(800 + 500 + 150 + 500);
    }

    private FakeAgent serve(FakeService wire, AgentScript script, AgentFault... faults) {
        FakeAgent agent = new FakeAgent(wire, script, Set.of(faults), VOICE, net.calendar());
        agent.ready().join();
        net.serve("agent:80", agent);
        AgentService dialect = wire.original();
        List<AgentTool> tools = Stream.concat(
                        Stream.of(BOOK), AgentTool.BUILTIN.stream().map(AgentTool::builtin))
                .filter(Objects::nonNull)
                .map(tool -> tool.withDestinations(Destinations.ANY))
                .toList();
        BridgeConfig.Agent target = new BridgeConfig.Agent(
                "fake",
                dialect,
                URI.create("ws://agent:80" + agent.path()),
                "practice",
                dialect.defaults().withTools(tools));
        BridgeConfig config = new BridgeConfig("bridge", 0, 1, null, "12345", target, CallPolicy.defaults());
        ToolClient shop = (url, arguments, loop, done) -> {
            posted.add(arguments);
            if (shopIsOpen) {
                loop.after(100 * MS, () -> done.accept(new ToolClient.ToolResponse(false, "{\"table\":7}")));
            }
            return () -> {};
        };
        net.serve(
                "bridge",
                new BridgeRoutes(
                        config, sid -> new BridgeFacts("fake", new ListedFacts(facts)), CallControl.none(), shop));
        return agent;
    }
}
