package dev.sidetone.bench.simulation;

import dev.sidetone.bench.simulation.SimulatedScenario.PlannedAgent;
import dev.sidetone.bench.simulation.SimulatedScenario.PlannedCall;
import dev.sidetone.bench.simulation.SimulatedScenario.PlannedTurn;
import dev.sidetone.bridge.AgentSource;
import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.BridgeListener;
import dev.sidetone.bridge.BridgeRoutes;
import dev.sidetone.bridge.CallPolicy;
import dev.sidetone.bridge.agent.AgentTool;
import dev.sidetone.bridge.agent.Destinations;
import dev.sidetone.bridge.call.CallEvent;
import dev.sidetone.bridge.call.StreamEnding;
import dev.sidetone.bridge.socket.MemoryNetwork;
import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.bridge.time.ManualCalendar;
import dev.sidetone.bridge.time.ManualTimers;
import dev.sidetone.bridge.twilio.StreamTap;
import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.agent.AgentVoice;
import dev.sidetone.simulator.agent.FakeAgent;
import dev.sidetone.simulator.agent.FakeService;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.caller.CallerScript;
import dev.sidetone.simulator.line.fault.InjectedFault;
import dev.sidetone.simulator.line.fault.LineFaults;
import dev.sidetone.simulator.line.loop.ManualLineLoop;
import dev.sidetone.simulator.line.net.MemoryLineNetwork;
import dev.sidetone.simulator.rig.FakeServices;
import dev.sidetone.simulator.twilio.FakeTwilio;
import dev.sidetone.simulator.twilio.TwilioCall;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.plan.CallbackEvent;
import dev.sidetone.simulator.twilio.plan.NumberSetup;
import dev.sidetone.simulator.twilio.rest.RestSetup;
import dev.sidetone.simulator.voice.Speech;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that one scenario needs in one thread and manual time: the bridge, the fake Twilio with its REST API, and for each call an
 * agent and a caller. All of it is the product's own; the network between is in memory.
 */
final class SimulatedRig {
    static final String HUMAN = "+15550123";
    static final String TOOL = "book_table";
    private static final long MS = 1_000_000;
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String REST = "localhost:4010";
    private static final Duration LONGEST = Duration.ofMinutes(4);
    private static final Instant MORNING = Instant.parse("2026-03-02T09:00:00Z");
    private static final byte[] PROMPT = Speech.tone(1_200, 350).mulaw();
    private static final AgentVoice VOICE = new AgentVoice();
    private static final List<AgentTool> TOOLS = Stream.concat(
                    Stream.of(new AgentTool(
                            TOOL, "Books a table.", "{\"type\":\"object\"}", URI.create("http://shop/book"), 5_000)),
                    AgentTool.BUILTIN.stream().map(AgentTool::builtin))
            .filter(Objects::nonNull)
            .map(tool -> tool.withDestinations(Destinations.ANY))
            .toList();

    final ManualTimers timers = new ManualTimers(1_000_000_000L);
    final ManualCalendar calendar = new ManualCalendar(timers, MORNING);
    final List<SimulatedCall> calls = new ArrayList<>();
    final MemoryNetwork net;
    final BridgeRoutes bridge;
    final FakeTwilio twilio;

    private final long beganNs = timers.nowNs();
    private final ManualTool tool = new ManualTool(timers);
    private final StandingLoop bridgeLoop;
    private final FaultySite bridgeSite;
    private final RequestHandler api;
    private final FaultySite restSite;
    private final OutboundDialling dialling;
    private final ManualCallControl control;
    private final List<FaultySite> agentSites = new ArrayList<>();
    private final List<BridgeConfig.Agent> agents = new ArrayList<>();
    private final Map<String, SimulatedCall> bySid = new HashMap<>();
    private final Map<Integer, TwilioCall> placed = new HashMap<>();
    /** The call whose stream the bridge is accepting. */
    private int accepting;

    SimulatedRig(SimulatedScenario scenario, Rules rules) {
        Random random = new Random(scenario.seed() ^ 0x5DEECE66DL);
        net = new MemoryNetwork(timers, () -> hopNs(random), calendar);
        twilio = new FakeTwilio(
                words -> CompletableFuture.completedFuture(PROMPT),
                new ManualLineLoop(timers).loop(),
                calendar,
                new MemoryLineNetwork(net));
        RestSetup rest = new RestSetup(0, CallPlan.TEST_ACCOUNT_SID, TOKEN, Set.of());
        api = twilio.restApi(rest);
        restSite = new FaultySite(api, timers, null);
        net.serve(REST, restSite);
        control = new ManualCallControl(net, REST, CallPlan.TEST_ACCOUNT_SID, TOKEN);
        dialling = new OutboundDialling(net, timers, REST, TOKEN, calls, SimulatedRig::caller, this::placed);
        twilio.answerOutbound(usual(URI.create("http://" + REST)), dialling);
        AgentSource source = () -> agents.get(accepting);
        BridgeConfig config = new BridgeConfig(
                "bridge", 0, 1, null, TOKEN, source, CallPolicy.defaults().withHumanNumber(HUMAN));
        bridge = new BridgeRoutes(config, new Listener(), control, tool);
        bridgeLoop = new StandingLoop(net);
        bridgeSite = new FaultySite(bridge, timers, bridgeLoop);
        scenario.calls().forEach(call -> add(call, scenario.faults(), rules));
        FaultStrikes strikes = new FaultStrikes(
                timers,
                calendar,
                net,
                new FaultStrikes.Servers(bridgeLoop, bridgeSite, restSite, control, tool, agentSites),
                this::hangUpByRest);
        scenario.faults().forEach(strikes::await);
    }

    /** Mostly as between two machines of one data centre, now and then as over a busy network. */
    private static long hopNs(Random random) {
        return 100_000L + random.nextInt(random.nextInt(100) == 0 ? 50_000_000 : 3_000_000);
    }

    /** The number of milliseconds since the scenario began. */
    long elapsedMs() {
        return (timers.nowNs() - beganNs) / MS;
    }

    /** Whether every call is over and its sockets are closed. */
    boolean allOver() {
        return placed.size() == calls.size()
                && placed.values().stream()
                        .allMatch(call -> call.outcome().toCompletableFuture().isDone());
    }

    private void add(PlannedCall plan, List<TimedFault> faults, Rules rules) {
        int number = calls.size() + 1;
        FakeAgent agent = agent(plan.agent(), number);
        FaultySite site = new FaultySite(agent, timers, null);
        agentSites.add(site);
        net.serve(agentAuthority(number), site);
        net.serve(bridgeAuthority(number), bridgeSite);
        URI address = URI.create("ws://" + agentAuthority(number) + agent.path());
        agents.add(new BridgeConfig.Agent(
                "fake",
                agent.service().original(),
                address,
                "practice",
                agent.service().original().defaults().withTools(TOOLS)));
        SimulatedCall call = new SimulatedCall(number, plan, faults, agent, timers, rules);
        calls.add(call);
        net.serve(appAuthority(number), new AppServer(call, "http://" + bridgeAuthority(number) + "/voice"));
        timers.after(plan.atMs() * MS, () -> place(call, number));
    }

    private void place(SimulatedCall call, int number) {
        if (call.plan().ring() == null) {
            placed(call, twilio.placeCall(callPlan(call.plan(), number), caller(call), call));
        } else {
            String status = "http://" + appAuthority(number) + AppServer.STATUS;
            dialling.dial(call, firstUrl(call.plan(), number, "/outbound").toString(), status);
        }
    }

    private static Caller caller(SimulatedCall call) {
        CallerScript script = new CallerScript();
        call.plan().steps().forEach(step -> AnswerTones.add(step, script));
        return new WatchedCaller(script.caller(), call::callerHangsUp);
    }

    private void placed(SimulatedCall call, TwilioCall made) {
        bySid.put(made.callSid(), call);
        placed.put(call.number(), made);
        call.keep(() -> dialling.status(api, net, made.callSid()));
    }

    private static URI firstUrl(PlannedCall call, int number, String ofBridge) {
        return URI.create(
                call.menu() == null
                        ? "http://" + bridgeAuthority(number) + ofBridge
                        : "http://" + appAuthority(number) + AppServer.MENU);
    }

    private static CallPlan callPlan(PlannedCall call, int number) {
        String origin = "http://" + bridgeAuthority(number);
        NumberSetup setup = NumberSetup.PLAIN.withCallback(
                URI.create(origin + "/call-status"), "POST", Set.of(CallbackEvent.COMPLETED));
        return usual(firstUrl(call, number, "/voice"))
                .having(setup)
                .withFaults(lineFaults(call))
                .seeded(number);
    }

    private static CallPlan usual(URI webhook) {
        return CallPlan.to(webhook).signedBy(CallPlan.TEST_ACCOUNT_SID, TOKEN).lasting(LONGEST);
    }

    private static LineFaults lineFaults(PlannedCall call) {
        try {
            return LineFaults.parse(call.lineFaults().toArray(String[]::new));
        } catch (InjectedFault.Unreadable e) {
            throw new IllegalArgumentException(e);
        }
    }

    private FakeAgent agent(PlannedAgent plan, int number) {
        FakeService wire = FakeServices.named(plan.wire()).orElseThrow();
        Set<AgentFault> faults = plan.faults().stream()
                .map(AgentFault::of)
                .map(Objects::requireNonNull)
                .collect(Collectors.toSet());
        FakeAgent agent = new FakeAgent(wire, script(plan, number), faults, VOICE, calendar);
        agent.ready().join();
        return agent;
    }

    private static AgentScript script(PlannedAgent plan, int number) {
        List<AgentScript.Turn> turns = new ArrayList<>();
        for (PlannedTurn turn : plan.turns()) {
            turns.add(new AgentScript.Turn(plan.thinkMs(), reply(turn, number, turns.size())));
        }
        if (turns.isEmpty()) {
            turns.add(new AgentScript.Turn(
                    plan.thinkMs(), reply(new PlannedTurn(PlannedTurn.Kind.TONE, 400), number, 0)));
        }
        AgentScript.Utterance greeting =
                new AgentScript.Utterance.Tone(Math.max(20, plan.greetingMs()), AnswerTones.greetingHz(number));
        return new AgentScript(500, plan.thinkMs(), plan.burst(), greeting, turns, List.of());
    }

    private static AgentScript.Reply reply(PlannedTurn turn, int number, int index) {
        return switch (turn.kind()) {
            case TONE -> new AgentScript.Utterance.Tone(turn.ms(), AnswerTones.answerHz(number, index));
            case TOOL -> new AgentScript.Action.CallTool(TOOL, "{\"seats\":4}");
            case TRANSFER -> new AgentScript.Action.Transfer(HUMAN);
            case END -> new AgentScript.Action.End();
        };
    }

    static String bridgeAuthority(int number) {
        return "localhost:" + (8080 + number);
    }

    static String agentAuthority(int number) {
        return "agent" + number + ":80";
    }

    private static String appAuthority(int number) {
        return "app" + number + ":80";
    }

    private void hangUpByRest(int number) {
        TwilioCall call = placed.get(number);
        if (call != null) {
            calls.get(number - 1).hungUpByRest();
            call.hangUp("somebody ended the call over the REST API");
        }
    }

    /** Passes what the bridge reports on to the call that it is about. */
    private final class Listener implements BridgeListener {
        @Override
        public Consumer<CallEvent> call(String callSid) {
            return Objects.requireNonNull(bySid.get(callSid), callSid);
        }

        /** Called before the agent is chosen for a stream that begins a call. */
        @Override
        public StreamTap stream(String callSid) {
            SimulatedCall call = Objects.requireNonNull(bySid.get(callSid), callSid);
            accepting = call.number() - 1;
            return call.tap();
        }

        @Override
        public void ended(String callSid, StreamEnding ending, long atNs) {
            Objects.requireNonNull(bySid.get(callSid), callSid).bridgeEnded(ending);
        }
    }
}
