package dev.sidetone.simulator.live.call;

import dev.sidetone.bridge.BridgeListener;
import dev.sidetone.bridge.call.StreamEnding;
import dev.sidetone.bridge.twilio.FromTwilio;
import dev.sidetone.bridge.twilio.StreamTap;
import dev.sidetone.bridge.twilio.ToTwilio;
import dev.sidetone.simulator.SidetoneVersion;
import dev.sidetone.simulator.WatchedCall;
import dev.sidetone.simulator.findings.Checks;
import dev.sidetone.simulator.report.CallStory;
import dev.sidetone.simulator.report.Told;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Measured;
import dev.sidetone.simulator.timeline.Spool;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One call over the bridge on a timeline of its own, measured there. The bridge's loops put down what they see; one thread pumps, which
 * owns the timeline; snapshots are for any thread.
 */
public final class MonitoredCall implements WatchedCall {
    private static final double NS_PER_MS = 1e6;
    /** The agent's side still tells its end when Twilio's has. */
    private static final long LAST_FACTS_NS = 250_000_000L;

    private final String callSid;
    private final Parties parties;
    private final Instant startedAt;
    private final CallTimeline timeline;
    private final Queue<Observation> taps = new ConcurrentLinkedQueue<>();
    private final Queue<Told> told = new ConcurrentLinkedQueue<>();
    private final StreamFacts model;
    private final CallEndDetector end;
    private final TalkClock talk = new TalkClock();
    private volatile String status;
    private volatile @Nullable EndedBy wished;
    private volatile @Nullable Long startedNs;
    private volatile long nowNs;
    private volatile @Nullable CallResult result;
    private @Nullable Long closingNs;

    /**
     * Who speaks.
     *
     * @param from E.164 or what Twilio says instead
     * @param forwardedFrom whose number was dialled before the call was passed on, or empty
     * @param outbound whether we placed the call
     */
    public record Parties(String from, String to, String forwardedFrom, boolean outbound) {}

    MonitoredCall(
            String callSid, Parties parties, String url, String status, Instant startedAt, Spool spool, long atNs) {
        this.callSid = callSid;
        this.parties = parties;
        this.startedAt = startedAt;
        this.status = status;
        this.nowNs = atNs;
        this.end = new CallEndDetector(atNs);
        this.timeline = new CallTimeline(SidetoneVersion.TEXT, spool, Checks.forLiveCall());
        this.model = new StreamFacts(timeline);
        timeline.listen(new CallStory(told::add));
        timeline.add(new Fact.CallPlaced(
                atNs, callSid, parties.from(), parties.to(), url, startedAt, false, Measured.BRIDGE));
    }

    public String callSid() {
        return callSid;
    }

    public Parties parties() {
        return parties;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** In Twilio's words: {@code ringing}, {@code in-progress}, {@code completed} … */
    public String status() {
        return status;
    }

    /** Tells {@code listener} every fact, in order, on the call's thread. Only where a call's beginning is told, before its first pump. */
    public void listen(Consumer<Fact> listener) {
        timeline.listen(listener);
    }

    /** How long it has lasted as Twilio bills it, from the pick-up on. Any thread. */
    public double talkedS(long atNs) {
        return talk.s(atNs);
    }

    /** Whoever ends the call from now on, it is put down to {@code by}, or if that is null to whoever does. Any thread. */
    public void endsBy(@Nullable EndedBy by) {
        wished = by;
    }

    @Override
    public CallTimeline timeline() {
        return timeline;
    }

    @Override
    public CallResult result() {
        CallResult all = result;
        return all == null ? timeline.resultSoFar() : all;
    }

    @Override
    public boolean isOver() {
        return result != null;
    }

    @Override
    public @Nullable Told nextTold() {
        return told.poll();
    }

    /** How long the stream has been open, as of the last pump. */
    @Override
    public @Nullable Double elapsedMs() {
        CallResult all = result;
        if (all != null) {
            return all.call().durationMs();
        }
        Long fromNs = startedNs;
        return fromNs == null ? null : (Double) ((nowNs - fromNs) / NS_PER_MS);
    }

    /** Takes down what was put down. The call's one thread, every 20 to 50 ms until the call {@link #isOver}. */
    public void pump(long atNs) {
        if (result != null) {
            return;
        }
        nowNs = atNs;
        takeDown();
        Fact.CallEnded last = closingNs == null ? end.at(atNs, wished) : null;
        if (last != null) {
            closingNs = atNs;
            if (!CallEndDetector.isOver(status)) {
                status = "completed";
            }
            talk.ended(last.atNs());
            timeline.add(last);
        }
        if (closingNs != null && atNs - closingNs >= LAST_FACTS_NS) {
            result = timeline.close(atNs);
        } else {
            timeline.pump(Math.min(atNs, model.knownUntilNs(atNs) + CallTimeline.SORTED_MS * 1_000_000L));
        }
    }

    /** Takes nothing down any more: an open call's numbers are final now. The call's one thread, or when there is none any more. */
    void abandon(long atNs) {
        if (result == null) {
            takeDown();
            if (closingNs == null) {
                Fact.CallEnded last = end.now(atNs, wished);
                talk.ended(last.atNs());
                timeline.add(last);
            }
            result = timeline.close(atNs);
        }
    }

    private void takeDown() {
        for (Observation next = taps.poll(); next != null; next = taps.poll()) {
            model.take(next);
            end.take(next, model.isStreaming());
            talk.take(next);
            note(next);
        }
    }

    private void note(Observation tapped) {
        if (tapped instanceof Observation.Status news) {
            becomes(news.news().get("CallStatus"));
        } else if (tapped instanceof Observation.Asked asked) {
            becomes(asked.request().fields().get("CallStatus"));
        } else if (tapped instanceof Observation.Heard heard && heard.message() instanceof FromTwilio.Start) {
            becomes("in-progress");
            startedNs = startedNs == null ? (Long) heard.atNs() : startedNs;
        } else if (tapped instanceof Observation.Left left && left.how().how() == StreamEnding.How.TRANSFER) {
            String number = left.how().number();
            timeline.add(new Fact.DialBegan(left.atNs(), number == null ? "" : number, ""));
        }
    }

    /** Callbacks may arrive in any order, and a call that is over rings no more. */
    private void becomes(String next) {
        boolean early = next.equals("initiated") || next.equals("queued") || next.equals("ringing");
        boolean stale = CallEndDetector.isOver(status) || (early && status.equals("in-progress"));
        if (!next.isEmpty() && !stale) {
            status = next;
        }
    }

    /** Somebody took the call off its stream and put the caller through to {@code number}. Any thread. */
    public void putThrough(String number, long atNs) {
        put(new Observation.Left(StreamEnding.transferTo(number), atNs));
    }

    void put(Observation tapped) {
        taps.add(tapped);
    }

    /** Listens in on one stream of the call. */
    StreamTap tap() {
        return new StreamTap() {
            @Override
            public void heard(FromTwilio message, long atNs) {
                put(new Observation.Heard(message, atNs));
            }

            @Override
            public void sent(ToTwilio message, long atNs) {
                put(new Observation.Sent(message, atNs));
            }

            @Override
            public void over(@Nullable Integer code, String why, boolean byUs, long atNs) {
                put(new Observation.Over(code, why, atNs));
            }
        };
    }

    /** The parties of a call by a webhook or callback of it. */
    static Parties parties(BridgeListener.DocumentRequest request) {
        boolean outbound = request.document() == BridgeListener.Document.OUTBOUND
                || request.fields().get("Direction").startsWith("outbound");
        return new Parties(
                request.fields().get("From"),
                request.fields().get("To"),
                request.fields().get("ForwardedFrom"),
                outbound);
    }
}
