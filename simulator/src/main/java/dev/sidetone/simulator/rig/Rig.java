package dev.sidetone.simulator.rig;

import dev.sidetone.bridge.AgentSource;
import dev.sidetone.bridge.Bridge;
import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.CallPolicy;
import dev.sidetone.bridge.socket.SocketRuntime;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.twilio.rest.RestCallControl;
import dev.sidetone.bridge.twilio.rest.TwilioAccount;
import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.agent.FakeAgent;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.caller.CallerScript;
import dev.sidetone.simulator.caller.Callers;
import dev.sidetone.simulator.line.net.TrustedCertificates;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FactSink;
import dev.sidetone.simulator.timeline.Spool;
import dev.sidetone.simulator.twilio.FakeTwilio;
import dev.sidetone.simulator.twilio.TwilioCall;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.rest.OutboundCall;
import dev.sidetone.simulator.twilio.rest.RestSetup;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a simulated call needs on this machine: the fake Twilio, and on real loopback sockets the embedded bridge and the agent
 * that it connects to. Started and closed from outside the event loops; calls may be placed from any thread.
 */
public final class Rig implements AutoCloseable {
    /** The practice agent always greets; a machine that is very busy needs its time for it. */
    private static final int WARM_UP_GREETING_MS = 20_000;

    private static final String LOOPBACK = "127.0.0.1";
    private static final String FORGOTTEN = "";
    private static final String CANNOT_START = "the bridge and the REST API cannot start: ";

    private final NanoClock clock = NanoClock.system();
    private final Map<String, FactSink> calls = new ConcurrentHashMap<>();
    private final OutboundPickups pickups = new OutboundPickups(calls, clock);
    private final FakeTwilio line;
    private final SocketRuntime web = SocketRuntime.start(clock);
    private final Map<String, Bridge> bridges = new ConcurrentHashMap<>();
    private final List<AgentSource> sources = new CopyOnWriteArrayList<>();
    private final ObservedRequests restRequests = new ObservedRequests();
    private final ServedAgent practiceAgent;
    private final Bridge bridge;
    private final RestCallControl control;
    private final String authToken;
    private final int mostCalls;

    private Rig(AgentChoice agent, AgentScript script, RestSetup rest, FakeTwilio line, int mostCalls)
            throws IOException {
        this.authToken = rest.authToken();
        this.line = line;
        this.mostCalls = mostCalls;
        try {
            line.serveRest(web, rest, restRequests::before);
            control = new RestCallControl(new TwilioAccount(rest.accountSid(), authToken, restUrl()));
            practiceAgent = ServedAgent.start(
                    web, agent.fake(), script, agent.behaviour().faults(), 0);
            bridge = bridge(agent);
            bridges.put(agent.name(), bridge);
        } catch (IOException e) {
            line.close();
            web.close();
            throw e;
        }
        PracticeAgentSounds.start();
        answerOutboundByDemo();
    }

    private Bridge bridge(AgentChoice agent) throws IOException {
        CallPolicy rules =
                CallPolicy.defaults().withHumanNumber(agent.humanNumber()).withMostCalls(mostCalls);
        AgentSource source = agent.targets(practiceAgent);
        sources.add(source);
        BridgeConfig config = new BridgeConfig(LOOPBACK, 0, 1, null, authToken, source, rules);
        return Bridge.start(config, web, new RigListener(source, calls), control);
    }

    /**
     * Starts everything.
     *
     * @param agent the agent that the embedded bridge connects to
     * @param script the script of the agent in this process
     * @param authToken the token that signs Twilio's requests
     */
    public static Rig start(AgentChoice agent, AgentScript script, String authToken) throws CannotRun {
        RestSetup rest = new RestSetup(0, CallPlan.TEST_ACCOUNT_SID, authToken, Set.of());
        return start(agent, script, rest, usualLine(TrustedCertificates.publicAuthorities()));
    }

    /** Starts everything that the calls of {@code description} need. */
    public static Rig start(CallDescription description) throws CannotRun, WrongSetting {
        AgentChoice agent = description.agent();
        FakeTwilio line = usualLine(description.server().trust());
        return start(agent, agent.behaviour().script(), description.rest(), line);
    }

    /**
     * Starts everything that many calls like {@code description} need, on a line of their own.
     *
     * @param line closed with the rig, or when it cannot start
     * @param mostCalls how many of them the embedded bridge takes at a time
     */
    public static Rig start(CallDescription description, FakeTwilio line, int mostCalls) throws CannotRun {
        AgentChoice agent = description.agent();
        return start(agent, agent.behaviour().script(), description.rest(), line, mostCalls);
    }

    private static FakeTwilio usualLine(TrustedCertificates trust) {
        return new FakeTwilio(new SynthesizedSayVoice(), trust);
    }

    private static Rig start(AgentChoice agent, AgentScript script, RestSetup rest, FakeTwilio line) throws CannotRun {
        return start(agent, script, rest, line, CallPolicy.DEFAULT_MOST_CALLS);
    }

    private static Rig start(AgentChoice agent, AgentScript script, RestSetup rest, FakeTwilio line, int mostCalls)
            throws CannotRun {
        try {
            return new Rig(agent, script, rest, line, mostCalls);
        } catch (IOException e) {
            throw new CannotRun(CANNOT_START + e.getMessage(), e);
        }
    }

    /** The address of the fake REST API, in place of {@code https://api.twilio.com}. */
    public URI restUrl() {
        return Objects.requireNonNull(line.restUrl());
    }

    /** Returns whether the REST API was asked anything, by a server or by the embedded bridge. */
    boolean restWasAsked() {
        return restRequests.came();
    }

    /** Answers calls that a server places through the REST API: made like {@code plan}, with the caller of {@code callers}, or busy for null. */
    public void answerOutbound(CallPlan plan, Function<OutboundCall, @Nullable Caller> callers) {
        line.answerOutbound(plan, call -> pickups.by(callers.apply(call)));
    }

    /**
     * Rings a telephone for the calls that a server places through the REST API; the number is busy where {@code telephones} returns null.
     *
     * @param telephones asked on a thread that may wait, one call after the other
     */
    public void ringOutbound(Function<OutboundCall, @Nullable Ringing> telephones) {
        line.answerOutbound(likeOutbound(), call -> pickups.ringing(telephones.apply(call)));
    }

    /** Lets the demo caller pick up the calls that a server places through the REST API, each call one of its own. */
    public void answerOutboundByDemo() {
        answerOutbound(likeOutbound(), call -> Callers.awaitingStream(Callers.demo()));
    }

    private CallPlan likeOutbound() {
        return CallPlan.to(webhook()).signedBy(CallPlan.TEST_ACCOUNT_SID, authToken);
    }

    /** The embedded bridge's webhook. */
    public URI webhook() {
        return URI.create(bridge.webhookUrl());
    }

    /**
     * The webhook of an embedded bridge that connects to {@code agent}: each agent has a bridge of its own, so that no call goes to another
     * agent. By one thread.
     */
    public URI webhook(AgentChoice agent) throws CannotRun {
        return URI.create(bridgeOf(agent).webhookUrl());
    }

    private Bridge bridgeOf(AgentChoice agent) throws CannotRun {
        try {
            Bridge dialling = bridges.get(agent.name());
            if (dialling == null) {
                dialling = bridge(agent);
                bridges.put(agent.name(), dialling);
            }
            return dialling;
        } catch (IOException e) {
            throw new CannotRun(CANNOT_START + e.getMessage(), e);
        }
    }

    /** Connects to {@code agent} no more: the next call of its name has a bridge of its own choice, with today's key and settings. By one thread. */
    public void forget(AgentChoice agent) {
        Bridge known = bridges.remove(agent.name());
        if (known != null && known != bridge) {
            known.close();
        }
    }

    /** The agent in this process, which logs every call as it saw it. */
    public FakeAgent practiceAgent() {
        return practiceAgent.agent();
    }

    /** The call of {@code description}, to be placed; where the embedded bridge is its server, the one of its agent, which knows the signer. */
    public CallPlan plan(CallDescription description) throws CannotRun {
        if (description.server().to() != null) {
            return description.plan(webhook());
        }
        Bridge server = bridgeOf(description.agent());
        return description
                .plan(URI.create(server.webhookUrl()))
                .signedBy(CallPlan.TEST_ACCOUNT_SID, server.signingToken());
    }

    /** The pattern of calls that a server places through the REST API while {@code description}'s call runs: its token is the server's. */
    CallPlan outboundPlan(CallDescription description) {
        return description.plan(webhook());
    }

    /**
     * Places a call with a timeline of its own, after the agents' files of settings were read anew.
     *
     * @param listener takes every fact in order, on the timeline's thread
     */
    public RigCall call(CallPlan plan, Caller caller, Spool spool, Consumer<Fact> listener) {
        return call(line::placeCall, plan, caller, spool, listener);
    }

    /** Places a call whose facts all go to {@code facts}; the agents' files of settings were read anew before it. */
    public TwilioCall place(CallPlan plan, Caller caller, FactSink facts) {
        sources.forEach(Rig::readAnew);
        return line.placeCall(plan, caller, facts);
    }

    /** The way in which a call is placed. */
    private interface Placing {
        TwilioCall place(CallPlan plan, Caller caller, FactSink facts);
    }

    private RigCall call(Placing placing, CallPlan plan, Caller caller, Spool spool, Consumer<Fact> listener) {
        sources.forEach(Rig::readAnew);
        CallTimeline timeline = OutboundPickups.timeline(spool);
        timeline.listen(listener);
        CallSidRegistration facts = new CallSidRegistration(timeline, calls);
        TwilioCall placed = placing.place(plan, caller, facts);
        placed.outcome().whenComplete((outcome, failure) -> calls.remove(placed.callSid()));
        return new RigCall(placed, timeline, clock);
    }

    private static void readAnew(AgentSource source) {
        CompletableFuture<Void> read = new CompletableFuture<>();
        source.callExpected(() -> read.complete(null));
        read.join();
    }

    /**
     * Makes a call that is neither heard nor measured, so that the code of the first real one is compiled: otherwise the first milliseconds
     * of its turns would be Java's, not the server's. It goes to the agent in this process, whichever one is chosen: no real service is
     * called, and paid, for it.
     */
    public void warmUp() throws CannotRun {
        Caller nobody = new CallerScript()
                .hear(WARM_UP_GREETING_MS)
                .pause(300)
                .press('0')
                .pause(200)
                .hangUp()
                .caller();
        try (Bridge rehearsal = bridge(AgentChoice.practice())) {
            CallPlan plan = CallPlan.to(URI.create(rehearsal.webhookUrl()));
            CallPlan signed = plan.signedBy(CallPlan.TEST_ACCOUNT_SID, rehearsal.signingToken());
            call(line::rehearse, signed, nobody, Spool.NONE, fact -> {}).await();
        } catch (IOException e) {
            throw new CannotRun(CANNOT_START + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        line.close();
        bridges.putIfAbsent(FORGOTTEN, bridge);
        bridges.values().stream().distinct().forEach(Bridge::close);
        control.close();
        web.close();
    }
}
