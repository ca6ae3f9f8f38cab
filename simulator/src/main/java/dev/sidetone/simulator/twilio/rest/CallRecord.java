package dev.sidetone.simulator.twilio.rest;

import dev.sidetone.simulator.findings.Finding;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The REST API's record of one call. Written by whoever runs the call, one thread at a time; read by any. */
public final class CallRecord {
    /** More alerts of one call are not kept. */
    static final int MOST_ALERTS = 200;

    private final Call call;
    private final Clock clock;
    private volatile CallHandle live;
    private final Runnable over;
    private final long order;
    private final List<Alert> alerts = new CopyOnWriteArrayList<>();
    private volatile Now now;

    CallRecord(Call call, Clock clock, CallHandle live, long order, Runnable over) {
        this.call = call;
        this.clock = clock;
        this.live = live;
        this.order = order;
        this.over = over;
        Instant created = seconds();
        this.now = new Now(CallStatus.QUEUED, created, created, null, null);
    }

    /** The part that never changes. {@code direction} is {@code inbound} or {@code outbound-api}. */
    public record Call(String sid, String accountSid, String from, String to, String direction) {}

    /** The part that changes. Times are whole seconds. */
    record Now(
            CallStatus status, Instant created, Instant updated, @Nullable Instant started, @Nullable Instant ended) {}

    public String sid() {
        return call.sid();
    }

    public CallStatus status() {
        return now.status;
    }

    /** Sets the call's status; nothing follows an end. */
    public void became(CallStatus status) {
        Now before = now;
        if (before.status.isOver()) {
            return;
        }
        Instant at = seconds();
        boolean up = status == CallStatus.IN_PROGRESS;
        now = new Now(status, before.created, at, up ? at : before.started, status.isOver() ? at : null);
        if (status.isOver()) {
            live = CallHandle.OVER;
            over.run();
        }
    }

    /** Something is wrong with the call. */
    public void found(Finding finding) {
        if (Alert.isTwilios(finding) && alerts.size() < MOST_ALERTS) {
            alerts.add(Alert.of(sid(), alerts.size(), finding, seconds()));
        }
    }

    Call call() {
        return call;
    }

    Now now() {
        return now;
    }

    /** The call while it is not over: nothing of it is kept after that. */
    CallHandle live() {
        return live;
    }

    List<Alert> alerts() {
        return alerts;
    }

    /** Calls that began later have a higher one. */
    long order() {
        return order;
    }

    private Instant seconds() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
