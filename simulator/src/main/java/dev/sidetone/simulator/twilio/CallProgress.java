package dev.sidetone.simulator.twilio;

import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.CallEnding;
import dev.sidetone.simulator.twilio.plan.Direction;
import dev.sidetone.simulator.twilio.rest.CallRecord;
import dev.sidetone.simulator.twilio.rest.CallStatus;
import dev.sidetone.simulator.twilio.webhook.CallStatusCallbacks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Reports a call's status to the REST API's record of it, to the status callback and to whoever awaits the outcome. Owned by its call,
 * on the line thread; only {@link #outcome} is for any.
 */
final class CallProgress {
    private final String callSid;
    private final Direction direction;
    private final CallStatusCallbacks callbacks;
    private final List<Finding> findings = new ArrayList<>();
    private final CompletableFuture<CallOutcome> outcome = new CompletableFuture<>();

    private @Nullable CallRecord record;

    CallProgress(String callSid, Direction direction, CallStatusCallbacks callbacks) {
        this.callSid = callSid;
        this.direction = direction;
        this.callbacks = callbacks;
    }

    CompletionStage<CallOutcome> outcome() {
        return outcome.minimalCompletionStage();
    }

    /** The REST API's record of the call; before the call is placed. */
    void keep(CallRecord kept) {
        record = kept;
    }

    void placed(Instant startedAt) {
        callbacks.placed(startedAt);
    }

    void rings() {
        callbacks.rings();
        became(CallStatus.RINGING);
    }

    void answered() {
        callbacks.answered();
        became(CallStatus.IN_PROGRESS);
    }

    void found(Finding finding) {
        findings.add(finding);
        if (record != null) {
            record.found(finding);
        }
    }

    /** The call is over for the REST API, though its streams are still closing and the callback is still to come. */
    void ending(CallEnding ending) {
        became(lastStatus(ending));
    }

    /** @param reached whether the server answered, or had no need to */
    void ended(CallEnding ending, boolean reached) {
        CallStatus last = lastStatus(ending);
        became(last);
        callbacks.ended(
                last.word(),
                () -> outcome.complete(new CallOutcome(callSid, ending.by(), ending.why(), reached, findings)));
    }

    /** Gives up the callbacks that are not sent yet; any thread. */
    void abandon() {
        callbacks.abandon();
    }

    private CallStatus lastStatus(CallEnding ending) {
        if (ending.answered()) {
            return CallStatus.COMPLETED;
        }
        if (ending.cause() != null) {
            return CallStatus.of(ending.cause());
        }
        return switch (ending.by()) {
            case REST -> CallStatus.CANCELED;
            case FAULT, TIMEOUT -> CallStatus.FAILED;
            default -> direction == Direction.INBOUND ? CallStatus.NO_ANSWER : CallStatus.CANCELED;
        };
    }

    private void became(CallStatus status) {
        if (record != null) {
            record.became(status);
        }
    }
}
