package dev.sidetone.simulator.live.call;

import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.BridgeListener;
import dev.sidetone.bridge.call.CallEvent;
import dev.sidetone.bridge.call.StreamEnding;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.time.Park;
import dev.sidetone.bridge.time.WallClock;
import dev.sidetone.bridge.twilio.StreamTap;
import dev.sidetone.bridge.twilio.WebhookFields;
import dev.sidetone.simulator.findings.AgentFindings;
import dev.sidetone.simulator.rig.BridgeFacts;
import dev.sidetone.simulator.timeline.Spool;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calls of a bridge, from their first ring on; each is taken down by a thread of its own. Told on the bridge's loops, asked on any
 * thread; the list is locked, and off the audio's path.
 */
public final class BridgeMonitor implements BridgeListener, AutoCloseable {
    /** So many calls are kept once they are over. */
    static final int MOST_OVER = 50;

    private static final Logger LOG = LoggerFactory.getLogger(BridgeMonitor.class);
    private static final long PERIOD_NS = 20_000_000L;

    private final NanoClock clock;
    private final Supplier<BridgeConfig.Agent> agent;
    private final Supplier<Spool> spools;
    private final Consumer<MonitoredCall> began;
    private final boolean byHand;
    private final Map<String, MonitoredCall> calls = new LinkedHashMap<>();
    private final List<Thread> pumping = new ArrayList<>();
    private volatile boolean closed;

    /**
     * @param agent whom a call that begins now talks to
     * @param spools where a call's facts and sound go, asked for each call
     * @param began hears of each call before anything of it is told, on the loop that it arrived on
     */
    public BridgeMonitor(
            NanoClock clock,
            Supplier<BridgeConfig.Agent> agent,
            Supplier<Spool> spools,
            Consumer<MonitoredCall> began) {
        this(clock, agent, spools, began, false);
    }

    private BridgeMonitor(
            NanoClock clock,
            Supplier<BridgeConfig.Agent> agent,
            Supplier<Spool> spools,
            Consumer<MonitoredCall> began,
            boolean byHand) {
        this.byHand = byHand;
        this.clock = clock;
        this.agent = agent;
        this.spools = spools;
        this.began = began;
    }

    /** Calls without a thread, in manual time: they go on with {@link #pump}. */
    public static BridgeMonitor pumpedByHand(
            NanoClock clock,
            Supplier<BridgeConfig.Agent> agent,
            Supplier<Spool> spools,
            Consumer<MonitoredCall> began) {
        return new BridgeMonitor(clock, agent, spools, began, true);
    }

    /** Takes down what has happened in every call. Only of calls that have no thread. */
    public void pump(long nowNs) {
        calls().forEach(call -> call.pump(nowNs));
    }

    /** All calls that are kept, the newest first. */
    public synchronized List<MonitoredCall> calls() {
        List<MonitoredCall> newestFirst = new ArrayList<>(calls.values());
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    /** The call of that SID, or null. */
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
                AgentFindings.transcoding(talksTo.wire(), talksTo.settings().audio()));
    }

    @Override
    public StreamTap stream(String callSid) {
        MonitoredCall call = find(callSid);
        return call == null ? StreamTap.NONE : call.tap();
    }

    @Override
    public void documentRequested(DocumentRequest request) {
        String callSid = request.fields().callSid();
        MonitoredCall known = request.document() == Document.AFTER_STREAM ? find(callSid) : open(request);
        if (known != null) {
            known.put(new Observation.Asked(request));
        }
    }

    /** A call that we place rings before anybody asks for its document. */
    @Override
    public void callStatus(WebhookFields news, long atNs) {
        boolean placedByUs = news.get("Direction").startsWith("outbound");
        MonitoredCall call =
                placedByUs ? open(new DocumentRequest(Document.OUTBOUND, "", news, atNs)) : find(news.callSid());
        if (call != null) {
            call.put(new Observation.Status(news, atNs));
        }
    }

    @Override
    public void ended(String callSid, StreamEnding how, long atNs) {
        MonitoredCall call = find(callSid);
        if (call != null) {
            call.put(new Observation.Left(how, atNs));
        }
    }

    /** The call that is asked for, which may begin with it. Twilio may ask twice at once. */
    private synchronized MonitoredCall open(DocumentRequest request) {
        MonitoredCall known = calls.get(request.fields().callSid());
        return known == null ? begin(request) : known;
    }

    @WallClock("when a call began, for people")
    private MonitoredCall begin(DocumentRequest request) {
        String status = request.fields().get("CallStatus");
        MonitoredCall call = new MonitoredCall(
                request.fields().callSid(),
                MonitoredCall.parties(request),
                request.url(),
                status.isEmpty() ? "ringing" : status,
                Instant.now(),
                spools.get(),
                request.atNs());
        began.accept(call);
        keep(call);
        return call;
    }

    private void keep(MonitoredCall call) {
        calls.put(call.callSid(), call);
        long over = calls.values().stream().filter(MonitoredCall::isOver).count();
        if (over > MOST_OVER) {
            calls.values().stream()
                    .filter(MonitoredCall::isOver)
                    .findFirst()
                    .ifPresent(oldest -> calls.remove(oldest.callSid()));
        }
        if (!closed && !byHand) {
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
            // What cannot be taken down must not look like a call that goes on for ever.
            LOG.error("{}: nothing more is taken down", call.callSid(), e);
            call.abandon(clock.nowNs());
        }
    }

    /** Every call that is still up is taken down as far as it has come. Waits for what is being written. */
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
