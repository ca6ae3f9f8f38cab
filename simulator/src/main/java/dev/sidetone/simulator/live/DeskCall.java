package dev.sidetone.simulator.live;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.twilio.rest.TwilioAlert;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.live.call.LiveCall;
import dev.sidetone.simulator.live.call.MonitoredCall;
import dev.sidetone.simulator.report.Band;
import dev.sidetone.simulator.report.Told;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.Fact;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A call of live mode: what the bridge took down, what it costs, and what Twilio says of it afterwards. Snapshots, for any thread. */
final class DeskCall implements LiveCall {
    private static final Logger LOG = LoggerFactory.getLogger(DeskCall.class);

    private final MonitoredCall call;
    private final CostMeter costs;
    private final NanoClock clock;
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();
    private final List<Fact.Found> alerts = new CopyOnWriteArrayList<>();
    private final Queue<Told> told = new ConcurrentLinkedQueue<>();
    private volatile boolean complete;

    /** Before anything of {@code call} is told. */
    DeskCall(MonitoredCall call, CostMeter costs, NanoClock clock) {
        this.call = call;
        this.costs = costs;
        this.clock = clock;
        call.listen(costs);
    }

    /** What it is made of. */
    MonitoredCall bridged() {
        return call;
    }

    @Override
    public String callSid() {
        return call.callSid();
    }

    @Override
    public String from() {
        return call.parties().from();
    }

    @Override
    public String to() {
        return call.parties().to();
    }

    @Override
    public boolean isOutbound() {
        return call.parties().outbound();
    }

    @Override
    public String status() {
        return call.status();
    }

    @Override
    public Instant startedAt() {
        return call.startedAt();
    }

    @Override
    public @Nullable Cost cost() {
        long nowNs = clock.nowNs();
        return costs.soFar(call.talkedS(nowNs), nowNs);
    }

    @Override
    public CallTimeline timeline() {
        return call.timeline();
    }

    @Override
    public CallResult result() {
        CallResult seen = call.result();
        if (alerts.isEmpty()) {
            return seen;
        }
        List<CallResult.Found> all = new ArrayList<>(seen.findings());
        alerts.forEach(alert -> all.add(found(alert)));
        return seen.withFindings(all);
    }

    /** At the moment that the recording has it. */
    private CallResult.Found found(Fact.Found alert) {
        return new CallResult.Found(
                alert.code(),
                alert.severity(),
                alert.what(),
                alert.frame(),
                costs.sinceStartMs(alert.atNs()),
                alert.cure());
    }

    @Override
    public boolean isOver() {
        return call.isOver();
    }

    @Override
    public boolean isComplete() {
        return complete;
    }

    @Override
    public @Nullable Told nextTold() {
        Told next = call.nextTold();
        return next == null ? told.poll() : next;
    }

    @Override
    public @Nullable Double elapsedMs() {
        return call.elapsedMs();
    }

    /** Twilio's debugger says something; once is enough. */
    void alerted(TwilioAlert alert, long atNs) {
        if (known.putIfAbsent(alert.sid(), true) == null) {
            Finding finding = AlertFindings.of(alert);
            alerts.add(finding.at(atNs));
            String code = finding.severity().word() + " " + finding.code();
            tell("finding", new Told.Words(code, Band.AMBER), new Told.Words(" " + finding.what(), null));
        }
    }

    void note(String text) {
        tell("note", new Told.Words(text, null));
    }

    private void tell(String who, Told.Words... what) {
        told.add(new Told(elapsedMs(), who, List.of(what)));
    }

    /** Nothing comes any more: its recording, if there is one, is complete. Once. */
    void putAway(@Nullable HeldOpenSpool spool) {
        complete = true;
        try {
            if (spool != null && spool.isClosed()) {
                spool.close(alerts, result());
            }
        } catch (IOException e) {
            LOG.warn("{}: the recording cannot be put away: {}", callSid(), e.getMessage());
        }
    }
}
