package dev.sidetone.simulator.rig;

import dev.sidetone.bridge.AgentSource;
import dev.sidetone.bridge.Bridge;
import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.CallPolicy;
import dev.sidetone.bridge.call.CallEvent;
import dev.sidetone.bridge.socket.SocketRuntime;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.twilio.rest.RestCallControl;
import dev.sidetone.bridge.twilio.rest.TwilioAccount;
import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.SidetoneVersion;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.agent.FakeAgent;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.caller.CallerScript;
import dev.sidetone.simulator.caller.Callers;
import dev.sidetone.simulator.findings.AgentFindings;
import dev.sidetone.simulator.findings.Checks;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.ReleaseCause;
import dev.sidetone.simulator.line.net.TrustedCertificates;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FactSink;
import dev.sidetone.simulator.timeline.Spool;
import dev.sidetone.simulator.twilio.FakeTwilio;
import dev.sidetone.simulator.twilio.Pickup;
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
 * Everything a call needs on this machine: the line, and on real loopback sockets the embedded bridge with the agent that it dials.
 * Started and closed from outside the event loops; calls may be placed from any thread.
 */
public final class Rig implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String CANNOT_START = "the bridge and the REST API cannot start: ";

    private final NanoClock clock = NanoClock.system();
    private final Map<String, FactSink> calls = new ConcurrentHashMap<>();
    private final FakeTwilio line;
    private final SocketRuntime web = SocketRuntime.start(clock);
    private final Map<String, Bridge> bridges = new ConcurrentHashMap<>();
    private final List<AgentSource> books = new CopyOnWriteArrayList<>();
    private final ServedAgent practiceAgent;
    private final Bridge bridge;
    private final RestCallControl control;
    private final String authToken;

    private Rig(AgentChoice agent, AgentScript script, RestSetup rest, TrustedCertificates trust) throws IOException {
        this.authToken = rest.authToken();
        this.line = new FakeTwilio(new LineVoice(), trust);
        try {
            line.serveRest(web, rest);
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
        PracticeSounds.learn();
        answerOutbound(CallPlan.to(webhook()).signedBy(rest.accountSid(), authToken), call -> Callers.demo());
    }

    private Bridge bridge(AgentChoice agent) throws IOException {
        CallPolicy rules = CallPolicy.usual().withHumanNumber(agent.humanNumber());
        AgentSource dialled = agent.targets(practiceAgent);
        books.add(dialled);
        BridgeConfig config = new BridgeConfig(LOOPBACK, 0, 1, null, authToken, dialled, rules);
        return Bridge.start(config, web, callSid -> watch(dialled.get(), callSid), control);
    }

    /**
     * Starts everything.
     *
     * @param agent whom the embedded bridge dials
     * @param script how the agent in this process behaves, where it is that one
     * @param authToken what Twilio's requests are signed with
     */
    public static Rig start(AgentChoice agent, AgentScript script, String authToken) throws CannotRun {
        RestSetup rest = new RestSetup(0, CallPlan.TEST_ACCOUNT_SID, authToken, Set.of());
        return start(agent, script, rest, TrustedCertificates.publicAuthorities());
    }

    /** Starts everything that the calls of {@code description} need. */
    public static Rig start(CallDescription description) throws CannotRun, WrongSetting {
        AgentChoice agent = description.agent();
        return start(
                agent,
                agent.behaviour().script(),
                description.rest(),
                description.server().trust());
    }

    private static Rig start(AgentChoice agent, AgentScript script, RestSetup rest, TrustedCertificates trust)
            throws CannotRun {
        try {
            return new Rig(agent, script, rest, trust);
        } catch (IOException e) {
            throw new CannotRun(CANNOT_START + e.getMessage(), e);
        }
    }

    /** What stands in for {@code https://api.twilio.com}. */
    public URI restUrl() {
        return Objects.requireNonNull(line.restUrl());
    }

    /** Calls that a server places through the REST API are made like {@code plan}; {@code whom} speaks in them, or is busy. */
    public void answerOutbound(CallPlan plan, Function<OutboundCall, @Nullable Caller> whom) {
        line.answerOutbound(plan, call -> pickUp(whom.apply(call)));
    }

    /** The embedded bridge's webhook. */
    public URI webhook() {
        return URI.create(bridge.webhookUrl());
    }

    /**
     * The webhook of an embedded bridge that dials {@code agent}: each agent that is asked for has a bridge of its own, so that no call
     * falls from one to another. By one thread.
     */
    public URI webhook(AgentChoice agent) throws CannotRun {
        try {
            Bridge dialling = bridges.get(agent.name());
            if (dialling == null) {
                dialling = bridge(agent);
                bridges.put(agent.name(), dialling);
            }
            return URI.create(dialling.webhookUrl());
        } catch (IOException e) {
            throw new CannotRun(CANNOT_START + e.getMessage(), e);
        }
    }

    /** The agent in this process, with its own truth about every call. */
    public FakeAgent practiceAgent() {
        return practiceAgent.agent();
    }

    /**
     * Places the call of {@code description}; where the embedded bridge is its server, that one whose agent it names.
     *
     * @param facts takes every fact in order, on the timeline's thread
     */
    public RigCall call(CallDescription description, Caller caller, Spool spool, Consumer<Fact> facts)
            throws CannotRun {
        URI embedded = description.server().to() == null ? webhook(description.agent()) : webhook();
        return call(description.plan(embedded), caller, spool, facts);
    }

    /**
     * Places a call and takes it down on a timeline of its own, once the settings of the agents are read anew.
     *
     * @param listener hears every fact in order, on the timeline's thread
     */
    public RigCall call(CallPlan plan, Caller caller, Spool spool, Consumer<Fact> listener) {
        books.forEach(Rig::readAnew);
        CallTimeline timeline =
                new CallTimeline(SidetoneVersion.TEXT, spool, Checks.forOneCall(PracticeSounds.known()));
        timeline.listen(listener);
        NamedCall facts = new NamedCall(timeline, calls);
        TwilioCall placed = line.placeCall(plan, caller, facts);
        placed.outcome().whenComplete((outcome, failure) -> calls.remove(placed.callSid()));
        return new RigCall(placed, timeline, clock);
    }

    private static void readAnew(AgentSource book) {
        CompletableFuture<Void> read = new CompletableFuture<>();
        book.callExpected(() -> read.complete(null));
        read.join();
    }

    /**
     * Makes a call that nobody hears or measures, so that the first real one does not run in the interpreter: a turn's first
     * milliseconds would be Java's, not the server's. It goes to the agent in this process, whichever one is chosen: a real service is
     * not called, and not paid, for practice.
     */
    public void warmUp() throws CannotRun {
        Caller nobody = new CallerScript()
                .hear(1_000)
                .pause(300)
                .press('0')
                .pause(200)
                .hangUp()
                .caller();
        try (Bridge rehearsal = bridge(AgentChoice.practice())) {
            CallPlan plan = CallPlan.to(URI.create(rehearsal.webhookUrl()));
            call(plan.signedBy(CallPlan.TEST_ACCOUNT_SID, authToken), nobody, Spool.NONE, fact -> {})
                    .await();
            line.forget();
        } catch (IOException e) {
            throw new CannotRun(CANNOT_START + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        line.close();
        bridges.values().forEach(Bridge::close);
        control.close();
        web.close();
    }

    private Pickup.RingResult pickUp(@Nullable Caller caller) {
        if (caller == null) {
            return Pickup.RingResult.none(ReleaseCause.BUSY);
        }
        CallTimeline timeline =
                new CallTimeline(SidetoneVersion.TEXT, Spool.NONE, Checks.forOneCall(PracticeSounds.known()));
        return Pickup.RingResult.by(caller, new NamedCall(timeline, calls), placed -> {
            RigCall call = new RigCall(placed, timeline, clock);
            placed.outcome().whenComplete((outcome, failure) -> {
                calls.remove(placed.callSid());
                call.stop();
            });
        });
    }

    private Consumer<CallEvent> watch(BridgeConfig.Agent agent, String callSid) {
        FactSink facts = calls.get(callSid);
        if (facts == null) {
            return event -> {};
        }
        Finding recoding =
                AgentFindings.transcoding(agent.service(), agent.settings().audio());
        return new BridgeFacts(agent.name(), facts, recoding);
    }
}
