package dev.sidetone.simulator.live.call;

import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.BridgeListener;
import dev.sidetone.bridge.agent.AgentTap;
import dev.sidetone.bridge.call.CallEvent;
import dev.sidetone.bridge.call.StreamEnding;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.time.Park;
import dev.sidetone.bridge.time.WallClock;
import dev.sidetone.bridge.twilio.StreamTap;
import dev.sidetone.bridge.twilio.WebhookFields;
import dev.sidetone.simulator.findings.ProfileFindings;
import dev.sidetone.simulator.rig.AgentMessages;
import dev.sidetone.simulator.rig.BridgeFacts;
import dev.sidetone.simulator.timeline.Spool;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Monitors the calls of one bridge from their first ring on, each with a thread of its own that pumps its timeline. The bridge reports on
 * its event loops and any thread reads; the list of calls is locked, away from the audio's path.
 */
public final class BridgeMonitor implements BridgeListener, AutoCloseable {
    /** The number of ended calls that are kept. */
    static final int MOST_ENDED = 50;

    private static final Logger LOG = LoggerFactory.getLogger(BridgeMonitor.class);
    private static final long PERIOD_NS = 20_000_000L;

    private final NanoClock clock;
    private final Supplier<BridgeConfig.Agent> agent;
    private final @Nullable Rates rates;
    private final Function<String, Spool> spools;
    private final Consumer<MonitoredCall> began;
    private final boolean threaded;
    private final Map<String, MonitoredCall> calls = new LinkedHashMap<>();
    private final List<Thread> pumping = new ArrayList<>();
    /** The CallSids of all calls so far. */
    private final Set<String> known = new HashSet<>();
    /** The CallSids of the calls that heard a busy line. */
    private final Set<String> refused = new HashSet<>();

    private volatile Consumer<WebhookFields> unknownEnded = fields -> {};
    private volatile boolean closed;

    /**
     * @param agent the agent of a call that begins now
     * @param rates the prices by which costs are estimated, or null
     * @param spools creates the spool of a call from its CallSid
     * @param began receives each call before its first pump, on the event loop that announced it
     */
    public BridgeMonitor(
            NanoClock clock,
            Supplier<BridgeConfig.Agent> agent,
            @Nullable Rates rates,
            Function<String, Spool> spools,
            Consumer<MonitoredCall> began) {
        this(clock, agent, rates, spools, began, true);
    }

    private BridgeMonitor(
            NanoClock clock,
            Supplier<BridgeConfig.Agent> agent,
            @Nullable Rates rates,
            Function<String, Spool> spools,
            Consumer<MonitoredCall> began,
            boolean threaded) {
        this.clock = clock;
        this.agent = agent;
        this.rates = rates;
        this.spools = spools;
        this.began = began;
        this.threaded = threaded;
    }

    /** Creates a monitor without threads or rates, for manual time: its calls go on with {@link #pump}. */
    public static BridgeMonitor inManualTime(
            NanoClock clock,
            Supplier<BridgeConfig.Agent> agent,
            Function<String, Spool> spools,
            Consumer<MonitoredCall> began) {
        return new BridgeMonitor(clock, agent, null, spools, began, false);
    }

    /** Pumps every call. Only for a monitor without threads. */
    public void pump(long nowNs) {
        calls().forEach(call -> call.pump(nowNs));
    }

    /** The running calls and the last ended ones, the newest first. */
    public synchronized List<MonitoredCall> calls() {
        List<MonitoredCall> newestFirst = new ArrayList<>(calls.values());
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    /** The call with that CallSid, or null. */
    public synchronized @Nullable MonitoredCall find(String callSid) {
        return calls.get(callSid);
    }

    @Override
    public Consumer<CallEvent> call(String callSid) {
        MonitoredCall call = find(callSid);
        if (call == null) {
            return event -> {};
        }
        BridgeConfig.Agent talksTo = agent.get();
        return new BridgeFacts(
                talksTo.name(),
                call.timeline(),
                ProfileFindings.of(talksTo.service(), talksTo.endpoint(), talksTo.settings()));
    }

    @Override
    public StreamTap stream(String callSid) {
        MonitoredCall call = find(callSid);
        return call == null ? StreamTap.NONE : call.tap();
    }

    @Override
    public AgentTap agentWire(String callSid) {
        MonitoredCall call = find(callSid);
        return call == null ? AgentTap.NONE : new AgentMessages(call.timeline());
    }

    @Override
    public void documentRequested(DocumentRequest request) {
        String callSid = request.fields().callSid();
        MonitoredCall known = request.document() == Document.AFTER_STREAM ? find(callSid) : open(request);
        if (known != null) {
            known.add(new Observation.DocumentServed(request));
        }
    }

    /** The first sign of an outbound call is a status callback, before its document is requested. */
    @Override
    public void callStatus(WebhookFields news, long atNs) {
        boolean placedByUs = news.get("Direction").startsWith("outbound");
        MonitoredCall call =
                placedByUs ? open(new DocumentRequest(Document.OUTBOUND, "", news, atNs)) : find(news.callSid());
        if (call != null) {
            call.add(new Observation.StatusCallback(news, atNs));
        } else if (CallEndDetector.isFinal(news.get("CallStatus")) && !isKnown(news.callSid())) {
            unknownEnded.accept(news);
        }
    }

    /** A call that hears a busy line did reach the bridge. */
    @Override
    public synchronized void refused(Refusal refusal) {
        if (refusal.reason() == RefusalReason.BUSY) {
            refused.add(refusal.callSid());
        }
    }

    /** Adds a receiver of the final callback of each call that never reached the bridge; on an event loop. To be called before a call begins. */
    public void listenForUnknown(Consumer<WebhookFields> receiver) {
        unknownEnded = receiver;
    }

    /** Returns true for the CallSid of a call that reached the bridge, also one that was refused or is not kept any more. */
    public synchronized boolean isKnown(String callSid) {
        return known.contains(callSid) || refused.contains(callSid);
    }

    @Override
    public void ended(String callSid, StreamEnding how, long atNs) {
        MonitoredCall call = find(callSid);
        if (call != null) {
            call.add(new Observation.BridgeLeft(how, atNs));
        }
    }

    /** Finds the call of a request or begins it. Twilio may send a request twice at once. */
    private synchronized MonitoredCall open(DocumentRequest request) {
        MonitoredCall known = calls.get(request.fields().callSid());
        return known == null ? begin(request) : known;
    }

    @WallClock("when a call began, for people")
    private MonitoredCall begin(DocumentRequest request) {
        Spool spool = spools.apply(request.fields().callSid());
        MonitoredCall call = new MonitoredCall(request, Instant.now(), spool, rates);
        began.accept(call);
        keep(call);
        return call;
    }

    private void keep(MonitoredCall call) {
        calls.put(call.callSid(), call);
        known.add(call.callSid());
        long ended = calls.values().stream().filter(MonitoredCall::isOver).count();
        if (ended > MOST_ENDED) {
            calls.values().stream()
                    .filter(MonitoredCall::isOver)
                    .findFirst()
                    .ifPresent(oldest -> calls.remove(oldest.callSid()));
        }
        if (threaded && !closed) {
            pumping.removeIf(thread -> !thread.isAlive());
            Thread thread = new Thread(() -> keepPumping(call), "timeline");
            thread.setDaemon(true);
            pumping.add(thread);
            thread.start();
        }
    }

    private void keepPumping(MonitoredCall call) {
        try {
            while (!closed && !call.isOver()) {
                call.pump(clock.nowNs());
                Park.forNs(PERIOD_NS);
            }
        } catch (RuntimeException e) {
            // A call whose timeline broke must not look as if it went on for ever.
            LOG.error("{}: the call is not measured any further", call.callSid(), e);
            call.abandon(clock.nowNs());
        }
    }

    /** Ends all pumping and closes the timelines of the calls that still run. Waits for the threads. */
    @Override
    public void close() {
        closed = true;
        for (Thread thread : threads()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        calls().forEach(call -> call.abandon(clock.nowNs()));
    }

    private synchronized List<Thread> threads() {
        return List.copyOf(pumping);
    }
}
