package dev.sidetone.simulator.twilio;

import dev.sidetone.simulator.line.LineCall;
import dev.sidetone.simulator.line.ReleaseCause;
import dev.sidetone.simulator.line.sound.Sound;
import dev.sidetone.simulator.line.sound.Tones;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.twilio.rest.CallStatus;
import dev.sidetone.simulator.twilio.rest.OutboundCall;
import dev.sidetone.simulator.twilio.twiml.TwimlRun;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** A call that a server asked for, from the queue until somebody picks up or nobody does. Owned by its call, on the line thread. */
final class OutboundRing {
    /** So long it waits in the queue. */
    static final long QUEUED_NS = 50_000_000;

    private final LineCall call;
    private final CallProgress progress;
    private final TwimlRun twiml;
    private final OutboundCall wanted;
    private final Pickup.RingResult answer;
    private boolean decided;

    OutboundRing(LineCall call, CallProgress progress, TwimlRun twiml, OutboundCall wanted, Pickup.RingResult answer) {
        this.call = call;
        this.progress = progress;
        this.twiml = twiml;
        this.wanted = wanted;
        this.answer = answer;
    }

    void begin() {
        call.scheduler().after(QUEUED_NS, this::ring);
    }

    private void ring() {
        ReleaseCause ending = answer.ending();
        if (ending == ReleaseCause.FAILED) {
            nobody(ending);
            return;
        }
        progress.rings();
        CompletionStage<Pickup.Decision> decision = answer.decision();
        if (decision != null) {
            await(decision);
            return;
        }
        boolean tooLong = answer.after().compareTo(wanted.rings()) >= 0;
        if (ending == ReleaseCause.NO_ANSWER || tooLong) {
            after(wanted.rings(), () -> nobody(ReleaseCause.NO_ANSWER));
        } else if (ending != null) {
            after(answer.after(), () -> nobody(ending));
        } else {
            after(answer.after(), this::pickUp);
        }
    }

    /** The decision comes on any thread, and too late when it has rung long enough or was canceled. */
    private void await(CompletionStage<Pickup.Decision> decision) {
        after(wanted.rings(), () -> decide(new Pickup.Decision(ReleaseCause.NO_ANSWER)));
        var unused = decision.thenAccept(
                made -> call.scheduler().arrive(call.scheduler().nowNs(), () -> decide(made)));
    }

    private void decide(Pickup.Decision made) {
        if (decided || !call.isRinging()) {
            return;
        }
        decided = true;
        ReleaseCause ending = made.ending();
        if (ending == null) {
            pickUp();
        } else {
            nobody(ending);
        }
    }

    private void pickUp() {
        Duration limit = wanted.limit();
        if (limit != null) {
            after(limit, () -> call.hangUp(EndedBy.TIMEOUT, "the call's TimeLimit was up"));
        }
        String keys = wanted.sendDigits();
        if (keys.isEmpty()) {
            twiml.follow(wanted.first());
            return;
        }
        call.answer();
        call.note("Twilio plays the keys " + keys);
        call.audio().play(Sound.words(Tones.keys(keys), 1), () -> twiml.follow(wanted.first()));
    }

    private void nobody(ReleaseCause cause) {
        EndedBy by =
                switch (cause) {
                    case BUSY -> EndedBy.CALLER;
                    case NO_ANSWER -> EndedBy.TIMEOUT;
                    case FAILED -> EndedBy.FAULT;
                };
        String word = CallStatus.of(cause).word();
        call.reject(cause, by, "nobody picked up: " + word);
    }

    private void after(Duration time, Runnable then) {
        call.scheduler().after(time.toNanos(), then);
    }
}
