package dev.sidetone.simulator.live.call;

import dev.sidetone.bridge.BridgeListener;
import dev.sidetone.bridge.call.StreamEnding;
import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.bridge.twilio.FromTwilio;
import dev.sidetone.bridge.twilio.StreamTap;
import dev.sidetone.bridge.twilio.ToTwilio;
import dev.sidetone.bridge.twilio.rest.TwilioAlert;
import dev.sidetone.simulator.SidetoneVersion;
import dev.sidetone.simulator.findings.Checks;
import dev.sidetone.simulator.findings.ConnectionCode;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.report.EventLine;
import dev.sidetone.simulator.report.EventLog;
import dev.sidetone.simulator.report.QualityBand;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.MeasuredAt;
import dev.sidetone.simulator.timeline.Spool;
import dev.sidetone.simulator.timeline.WordLog;
import dev.sidetone.simulator.wire.WireLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One call over the bridge, measured there on a timeline of its own. The bridge's event loops add observations, one thread pumps and owns
 * the timeline, and any thread reads snapshots.
 */
// Over 300 lines because a third of it is the getters of LiveCall, which a second class would only pass on.
public final class MonitoredCall implements LiveCall {
    private static final int MOST_PARTY_CHARS = 100;
    private static final double NS_PER_MS = 1e6;
    /** The agent's side reports its end a little after Twilio's side. */
    private static final long LAST_FACTS_NS = 250_000_000L;

    private final String callSid;
    private final Parties parties;
    private final Instant startedAt;
    private final @Nullable Rates rates;
    private final CallTimeline timeline;
    private final Queue<Observation> observations = new ConcurrentLinkedQueue<>();
    private final Queue<EventLine> eventLines = new ConcurrentLinkedQueue<>();
    private final WireLog wire = new WireLog();
    private final WordLog words = new WordLog();
    private final StreamFacts stream;
    private final CallEndDetector end;
    private final BillingMeter billing = new BillingMeter();
    private final Set<String> knownAlerts = ConcurrentHashMap.newKeySet();
    private final List<Fact.Found> alerts = new CopyOnWriteArrayList<>();
    private volatile String status;
    private volatile @Nullable EndedBy attributedTo;
    private volatile @Nullable Long startedNs;
    private volatile long nowNs;
    private volatile @Nullable CallResult result;
    private volatile boolean complete;
    private volatile @Nullable String lost;
    private volatile boolean closedHere;
    private @Nullable Long closingNs;

    /**
     * The two ends of a call.
     *
     * @param from the caller in E.164, or Twilio's word in its place
     * @param forwardedFrom the number that was dialled before the call was forwarded, or empty
     * @param outbound true where Sidetone placed the call
     */
    record Parties(String from, String to, String forwardedFrom, boolean outbound) {
        Parties {
            from = ForeignText.line(from, MOST_PARTY_CHARS);
            to = ForeignText.line(to, MOST_PARTY_CHARS);
            forwardedFrom = ForeignText.line(forwardedFrom, MOST_PARTY_CHARS);
        }

        /** Reads them from a webhook or callback of the call. */
        static Parties of(BridgeListener.DocumentRequest request) {
            boolean outbound = request.document() == BridgeListener.Document.OUTBOUND
                    || request.fields().get("Direction").startsWith("outbound");
            return new Parties(
                    request.fields().get("From"),
                    request.fields().get("To"),
                    request.fields().get("ForwardedFrom"),
                    outbound);
        }
    }

    /**
     * A call that Twilio has just announced.
     *
     * @param request the webhook or callback that announced it
     * @param spool where the timeline writes its facts and its audio
     * @param rates the prices by which its cost is estimated, or null
     */
    MonitoredCall(BridgeListener.DocumentRequest request, Instant startedAt, Spool spool, @Nullable Rates rates) {
        String first = request.fields().get("CallStatus");
        this.callSid = request.fields().callSid();
        this.parties = Parties.of(request);
        this.startedAt = startedAt;
        this.rates = rates;
        this.status = first.isEmpty() ? "ringing" : ForeignText.line(first, MOST_PARTY_CHARS);
        this.nowNs = request.atNs();
        this.end = new CallEndDetector(request.atNs());
        this.timeline = new CallTimeline(SidetoneVersion.TEXT, spool, Checks.forLiveCall());
        this.stream = new StreamFacts(timeline);
        timeline.listen(new EventLog(eventLines::add));
        timeline.listen(wire);
        timeline.listen(words);
        timeline.add(new Fact.CallPlaced(
                request.atNs(),
                callSid,
                parties.from(),
                parties.to(),
                request.url(),
                startedAt,
                false,
                MeasuredAt.BRIDGE));
    }

    @Override
    public String callSid() {
        return callSid;
    }

    @Override
    public String from() {
        return parties.from();
    }

    @Override
    public String to() {
        return parties.to();
    }

    @Override
    public boolean isOutbound() {
        return parties.outbound();
    }

    @Override
    public Instant startedAt() {
        return startedAt;
    }

    @Override
    public String status() {
        return status;
    }

    @Override
    public @Nullable Cost cost() {
        long untilNs = nowNs;
        return rates == null ? null : rates.cost(billing.twilioS(untilNs), billing.agentS(untilNs));
    }

    @Override
    public CallTimeline timeline() {
        return timeline;
    }

    @Override
    public CallResult result() {
        CallResult last = result;
        CallResult seen = kept(last == null ? timeline.resultSoFar() : last);
        if (alerts.isEmpty()) {
            return seen;
        }
        List<CallResult.ReportedFinding> all = new ArrayList<>(seen.findings());
        alerts.forEach(alert -> all.add(found(alert)));
        return seen.withFindings(all);
    }

    private CallResult kept(CallResult seen) {
        CallResult.Kept kept = seen.recording();
        String why = lost;
        return why == null || kept == null ? seen : seen.withRecording(new CallResult.Kept(false, kept.folder(), why));
    }

    /** The recording could not be closed: it lacks what came after the call. */
    void loseRecording(String why, long atNs) {
        lost = why;
        Finding finding = ConnectionCode.RECORDING_LOST.found("The recording of this call was not kept: " + why + ".");
        alerts.add(finding.at(atNs));
        log(
                "finding",
                new EventLine.Span("error " + finding.code(), QualityBand.RED),
                new EventLine.Span(" " + why, null));
    }

    private CallResult.ReportedFinding found(Fact.Found alert) {
        return new CallResult.ReportedFinding(
                alert.code(), alert.severity(), alert.what(), alert.frame(), sinceStartMs(alert.atNs()), alert.cure());
    }

    @Override
    public boolean isOver() {
        return result != null;
    }

    @Override
    public boolean isComplete() {
        return complete;
    }

    @Override
    public WireLog wire() {
        return wire;
    }

    @Override
    public WordLog words() {
        return words;
    }

    @Override
    public @Nullable EventLine nextEventLine() {
        return eventLines.poll();
    }

    /** The time since the first stream began, as of the last pump. */
    @Override
    public @Nullable Double elapsedMs() {
        CallResult last = result;
        return last == null ? sinceStartMs(nowNs) : last.call().durationMs();
    }

    private @Nullable Double sinceStartMs(long atNs) {
        Long fromNs = startedNs;
        return fromNs == null ? null : (Double) ((atNs - fromNs) / NS_PER_MS);
    }

    /** Adds a listener to every fact, in order, on the call's thread. To be called before the first pump. */
    public void listen(Consumer<Fact> listener) {
        timeline.listen(listener);
    }

    /** Attributes an end of the call from now on to {@code by}; null leaves it to what is observed. Any thread. */
    public void attributeEndTo(@Nullable EndedBy by) {
        attributedTo = by;
    }

    /** Notes that Sidetone took the call off its stream and transferred the caller to {@code number}. Any thread. */
    public void transferredTo(String number, long atNs) {
        add(new Observation.BridgeLeft(StreamEnding.transferTo(number), atNs));
    }

    /** Adds an observation, which the next pump processes. Any thread. */
    void add(Observation observation) {
        observations.add(observation);
    }

    /** Adds an alert of Twilio's as a finding, once. */
    void addAlert(TwilioAlert alert, long atNs) {
        if (knownAlerts.add(alert.sid())) {
            Finding finding = closedHere ? AlertFindings.ofCallClosedHere(alert) : AlertFindings.of(alert);
            alerts.add(finding.at(atNs));
            String code = finding.severity().word() + " " + finding.code();
            log("finding", new EventLine.Span(code, QualityBand.AMBER), new EventLine.Span(" " + finding.what(), null));
        }
    }

    /** Adds a line to the call's story. */
    void addNote(String text) {
        log("note", new EventLine.Span(text, null));
    }

    private void log(String who, EventLine.Span... what) {
        eventLines.add(new EventLine(elapsedMs(), who, List.of(what)));
    }

    /** The alerts that were added, in order. */
    List<Fact.Found> alerts() {
        return alerts;
    }

    /** Marks the call as complete: no alert is added any more. */
    void complete() {
        complete = true;
    }

    /** Processes the observations. Called by the call's one thread every 20 to 50 ms until the call {@link #isOver}. */
    void pump(long atNs) {
        if (result != null) {
            return;
        }
        nowNs = atNs;
        processObservations();
        Fact.CallEnded last = closingNs == null ? end.detect(atNs, attributedTo) : null;
        if (last != null) {
            closingNs = atNs;
            if (!CallEndDetector.isFinal(status)) {
                status = "completed";
            }
            end(last);
        }
        if (closingNs != null && atNs - closingNs >= LAST_FACTS_NS) {
            result = timeline.close(atNs);
        } else {
            timeline.pump(Math.min(atNs, stream.knownUntilNs(atNs) + CallTimeline.SORTED_MS * 1_000_000L));
        }
    }

    /** Closes the timeline at once, whether or not the call is over. Called by the call's thread, or once it has ended. */
    void abandon(long atNs) {
        if (result == null) {
            processObservations();
            if (closingNs == null) {
                end(end.endNow(atNs, attributedTo));
            }
            result = timeline.close(atNs);
        }
    }

    private void end(Fact.CallEnded last) {
        billing.ended(last.atNs());
        timeline.add(last);
    }

    private void processObservations() {
        for (Observation next = observations.poll(); next != null; next = observations.poll()) {
            stream.observe(next);
            end.observe(next, stream.isStreaming());
            billing.observe(next);
            observe(next);
        }
    }

    private void observe(Observation observation) {
        if (observation instanceof Observation.StatusCallback callback) {
            become(callback.form().get("CallStatus"));
        } else if (observation instanceof Observation.DocumentServed served) {
            become(served.request().fields().get("CallStatus"));
        } else if (observation instanceof Observation.Received received
                && received.message() instanceof FromTwilio.Start) {
            become("in-progress");
            startedNs = startedNs == null ? (Long) received.atNs() : startedNs;
        } else if (observation instanceof Observation.BridgeLeft left
                && left.ending().kind() == StreamEnding.Kind.TRANSFER) {
            String number = left.ending().number();
            timeline.add(new Fact.DialBegan(left.atNs(), number == null ? "" : number, ""));
        }
    }

    /** Callbacks may arrive in any order: a final status stays, and an answered call does not ring again. */
    private void become(String next) {
        boolean early = next.equals("initiated") || next.equals("queued") || next.equals("ringing");
        boolean stale = CallEndDetector.isFinal(status) || (early && status.equals("in-progress"));
        if (!next.isEmpty() && !stale) {
            status = ForeignText.line(next, MOST_PARTY_CHARS);
        }
    }

    /** A tap that adds the messages of one stream of the call as observations. */
    StreamTap tap() {
        return new StreamTap() {
            @Override
            public void heard(FromTwilio message, long atNs) {
                add(new Observation.Received(message, atNs));
            }

            @Override
            public void sent(ToTwilio message, long atNs) {
                add(new Observation.Sent(message, atNs));
            }

            @Override
            public void over(@Nullable Integer code, String why, boolean byUs, long atNs) {
                closedHere |= byUs;
                add(new Observation.StreamClosed(code, why, atNs));
            }
        };
    }
}
