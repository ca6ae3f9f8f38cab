package dev.sidetone.simulator.twilio;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.net.UrlCredentials;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FactSink;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.plan.Direction;
import dev.sidetone.simulator.twilio.rest.CallRecord;
import dev.sidetone.simulator.twilio.rest.CallStatus;
import dev.sidetone.simulator.twilio.webhook.CallStatusCallbacks;
import dev.sidetone.simulator.twilio.webhook.VoiceWebhook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * How far a call has come and how it comes out, told to its facts, to the REST API's book and to who waits for the end. Owned by its
 * call, on the line thread; only {@link #outcome} is for any.
 */
final class CallProgress {
    private final CallPlan plan;
    private final String callSid;
    private final FactSink facts;
    private final NanoClock clock;
    private final CallStatusCallbacks callbacks;
    private final List<Finding> findings = new ArrayList<>();
    private final CompletableFuture<CallOutcome> outcome = new CompletableFuture<>();
    private @Nullable CallRecord entry;
    private @Nullable CallStatus unanswered;
    private boolean up;
    private boolean webhookTold;
    private boolean reached;
    private EndedBy endedBy = EndedBy.FAULT;
    private String endedWhy = "";

    CallProgress(CallPlan plan, String callSid, FactSink facts, NanoClock clock, CallStatusCallbacks callbacks) {
        this.plan = plan;
        this.callSid = callSid;
        this.facts = facts;
        this.clock = clock;
        this.callbacks = callbacks;
    }

    CompletionStage<CallOutcome> outcome() {
        return outcome.minimalCompletionStage();
    }

    /** The call is entered there; before it is placed. */
    void enter(CallRecord book) {
        entry = book;
    }

    void placed(long placedNs, Instant startedAt, boolean edgesKnown) {
        String server = UrlCredentials.redact(plan.webhook().toString());
        facts.add(new Fact.CallPlaced(placedNs, callSid, plan.from(), plan.number(), server, startedAt, edgesKnown));
        callbacks.placed(startedAt);
    }

    void rings() {
        callbacks.rings();
        became(CallStatus.RINGING);
    }

    /** The server was there, or none is needed. */
    void reached() {
        reached = true;
    }

    /** The server answered the first request, or did not. */
    void webhookAnswered(VoiceWebhook.Reply reply) {
        if (reply.status() != 0 && !webhookTold) {
            webhookTold = true;
            reached();
            facts.add(new Fact.WebhookAnswered(reply.atNs(), reply.tookNs(), reply.status()));
        }
    }

    void answered() {
        up = true;
        callbacks.answered();
        became(CallStatus.IN_PROGRESS);
    }

    /** SilentCaller will pick up; the call ends for that reason. */
    void unanswered(CallStatus status) {
        unanswered = status;
    }

    void found(Finding found) {
        Finding finding = found.rewritten(UrlCredentials::redact);
        findings.add(finding);
        if (entry != null) {
            entry.found(finding);
        }
        facts.add(finding.at(clock.nowNs()));
    }

    void befell(String fault) {
        facts.add(new Fact.FaultBegan(clock.nowNs(), fault));
    }

    /** Says why the call is about to end. */
    void because(EndedBy by, String why) {
        endedBy = by;
        endedWhy = why;
    }

    /** The call is over. */
    void ended() {
        facts.add(new Fact.CallEnded(clock.nowNs(), endedBy, endedWhy));
        CallStatus last = lastStatus();
        became(last);
        callbacks.ended(
                last.word(), () -> outcome.complete(new CallOutcome(callSid, endedBy, endedWhy, reached, findings)));
    }

    /** Gives up what the server is not told yet; any thread. */
    void abandon() {
        callbacks.abandon();
    }

    private CallStatus lastStatus() {
        if (up) {
            return CallStatus.COMPLETED;
        }
        if (unanswered != null) {
            return unanswered;
        }
        if (endedBy == EndedBy.REST) {
            return CallStatus.CANCELED;
        }
        boolean broken = endedBy == EndedBy.FAULT || endedBy == EndedBy.TIMEOUT;
        CallStatus left = plan.direction() == Direction.INBOUND ? CallStatus.NO_ANSWER : CallStatus.CANCELED;
        return broken ? CallStatus.FAILED : left;
    }

    private void became(CallStatus status) {
        if (entry != null) {
            entry.became(status);
        }
    }
}
