package dev.sidetone.simulator.twilio;

import dev.sidetone.simulator.line.loop.CallScheduler;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.twilio.rest.CallStatus;
import dev.sidetone.simulator.twilio.rest.OutboundCall;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A call that a server asked for, from the queue until somebody picks up or nobody does. Owned by its call, on the line thread. */
final class OutboundRing {
    /** So long it waits in the queue. */
    static final long QUEUED_NS = 50_000_000;

    private final LineCall call;
    private final OutboundCall wish;
    private final Pickup.Answer answer;
    private final CallScheduler agenda;

    OutboundRing(LineCall call, OutboundCall wish, Pickup.Answer answer, CallScheduler agenda) {
        this.call = call;
        this.wish = wish;
        this.answer = answer;
        this.agenda = agenda;
    }

    void begin() {
        agenda.after(QUEUED_NS, this::ring);
    }

    private void ring() {
        CallStatus ending = answer.ending();
        if (ending == CallStatus.FAILED) {
            nobody(ending);
            return;
        }
        call.progress().rings();
        boolean tooLong = answer.after().compareTo(wish.rings()) >= 0;
        if (ending == CallStatus.NO_ANSWER || tooLong) {
            after(wish.rings(), () -> nobody(CallStatus.NO_ANSWER));
        } else if (ending != null) {
            after(answer.after(), () -> nobody(ending));
        } else {
            after(answer.after(), this::pickUp);
        }
    }

    private void pickUp() {
        Duration limit = wish.limit();
        if (limit != null) {
            after(limit, () -> call.hangUp(EndedBy.TIMEOUT, "the call's TimeLimit was up"));
        }
        call.follow(wish.first(), wish.sendDigits());
    }

    private void nobody(@Nullable CallStatus ending) {
        CallStatus why = ending == null ? CallStatus.FAILED : ending;
        call.progress().unanswered(why);
        EndedBy by = why == CallStatus.BUSY ? EndedBy.CALLER : EndedBy.TIMEOUT;
        call.hangUp(why == CallStatus.FAILED ? EndedBy.FAULT : by, "nobody picked up: " + why.word());
    }

    private void after(Duration time, Runnable then) {
        agenda.after(time.toNanos(), then);
    }
}
