package dev.sidetone.simulator.timeline;

import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import dev.sidetone.simulator.timeline.CallResult.Greeting;
import dev.sidetone.simulator.timeline.CallResult.Line;
import dev.sidetone.simulator.timeline.CallResult.Marks;
import dev.sidetone.simulator.timeline.CallResult.Played;
import dev.sidetone.simulator.timeline.CallResult.Playout;
import dev.sidetone.simulator.timeline.CallResult.Probe;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what of a call is noted rather than measured: identity, set-up, keys, transfer, findings, end. Owned by {@link CallFold}. */
final class CallLog {
    /** A server that is wrong in every message must not fill the memory: the first ones are enough. */
    static final int MOST_FINDINGS = 1_000;

    private final String sidetone;
    private final CallClock origin;
    private final List<Fact.KeyPressed> keys = new ArrayList<>();
    private final List<Fact.Found> findings = new ArrayList<>();
    private String callSid = "";
    private Instant startedAt = Instant.EPOCH;
    private @Nullable String streamSid;
    private @Nullable Double webhookMs;
    private @Nullable Double upgradeMs;
    private Fact.@Nullable DialBegan dialled;
    private @Nullable Boolean dialAnswered;
    private Fact.@Nullable CallEnded ended;

    CallLog(String sidetone, CallClock origin) {
        this.sidetone = sidetone;
        this.origin = origin;
    }

    void fold(Fact fact) {
        if (fact instanceof Fact.KeyPressed key) {
            keys.add(key);
        } else if (fact instanceof Fact.Found found) {
            keep(found);
        } else if (fact instanceof Fact.CallEnded end) {
            ended = end;
        } else if (fact instanceof Fact.DialBegan dial) {
            dialled = dial;
            dialAnswered = origin.measured() == MeasuredAt.EAR ? false : null;
        } else if (fact instanceof Fact.DialAnswered) {
            dialAnswered = true;
        } else {
            setUp(fact);
        }
    }

    private void keep(Fact.Found found) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(found);
        }
    }

    private void setUp(Fact fact) {
        if (fact instanceof Fact.CallPlaced placed) {
            callSid = placed.callSid();
            startedAt = placed.startedAt();
        } else if (fact instanceof Fact.WebhookAnswered webhook) {
            webhookMs = CallClock.ms(webhook.tookNs());
        } else if (fact instanceof Fact.StreamOpened opened) {
            upgradeMs = CallClock.ms(opened.tookNs());
        } else if (fact instanceof Fact.StreamStarted started) {
            streamSid = started.streamSid();
        }
    }

    CallResult result(
            Greeting greeting,
            List<Turn> turns,
            List<BargeIn> bargeIns,
            @Nullable Marks marks,
            @Nullable Integer clears,
            @Nullable Playout playout,
            @Nullable Line line,
            List<Played> played,
            List<Probe> probes) {
        return new CallResult(
                sidetone,
                call(),
                new CallResult.Setup(webhookMs, upgradeMs),
                greeting,
                turns,
                bargeIns,
                keys.stream().map(this::key).toList(),
                marks,
                clears,
                playout,
                line,
                transfer(),
                null,
                findings(),
                played,
                null,
                probes);
    }

    /** The findings so far. */
    List<CallResult.ReportedFinding> findings() {
        return findings.stream().map(this::found).toList();
    }

    private CallResult.Call call() {
        Double durationMs = ended == null ? null : origin.durationMs(ended.atNs());
        EndedBy by = ended == null ? null : ended.by();
        boolean recorded = origin.measured() == MeasuredAt.RECORDING;
        return new CallResult.Call(
                recorded ? null : callSid,
                streamSid,
                recorded ? null : startedAt,
                durationMs,
                by == null ? null : by.word(),
                origin.measured().word(),
                origin.counts(),
                origin.answeredAtMs());
    }

    private CallResult.@Nullable Transfer transfer() {
        Fact.DialBegan last = dialled;
        return last == null ? null : new CallResult.Transfer(last.to(), origin.atMsOrNull(last.atNs()), dialAnswered);
    }

    private CallResult.Key key(Fact.KeyPressed key) {
        return new CallResult.Key(String.valueOf(key.digit()), origin.atMs(key.atNs()));
    }

    private CallResult.ReportedFinding found(Fact.Found found) {
        return new CallResult.ReportedFinding(
                found.code(),
                found.severity(),
                found.what(),
                found.frame(),
                origin.atMsOrNull(found.atNs()),
                found.cure());
    }
}
