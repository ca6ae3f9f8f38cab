package dev.sidetone.simulator.twilio;

import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.CallEnding;
import dev.sidetone.simulator.line.CallObserver;
import dev.sidetone.simulator.line.LineCall;
import dev.sidetone.simulator.line.fault.FaultInjector;
import dev.sidetone.simulator.line.loop.LineLoop;
import dev.sidetone.simulator.line.net.MappedNetwork;
import dev.sidetone.simulator.line.net.Network;
import dev.sidetone.simulator.line.net.UrlCredentials;
import dev.sidetone.simulator.line.stream.StreamFindings;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FactSink;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.plan.Sids;
import dev.sidetone.simulator.twilio.rest.CallHandle;
import dev.sidetone.simulator.twilio.rest.CallRecord;
import dev.sidetone.simulator.twilio.rest.OutboundCall;
import dev.sidetone.simulator.twilio.twiml.SayVoice;
import dev.sidetone.simulator.twilio.twiml.TwimlRun;
import dev.sidetone.simulator.twilio.twiml.TwimlSource;
import dev.sidetone.simulator.twilio.twiml.VoiceWebhook;
import dev.sidetone.simulator.twilio.webhook.CallStatusCallbacks;
import dev.sidetone.simulator.twilio.webhook.WebhookFaults;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CompletionStage;

/**
 * One call of the fake Twilio: a call on the line, the TwiML that acts on it and the status that is reported of it. For any thread: what
 * is asked of it is done on the line thread, and is harmless when the call is over.
 */
public final class TwilioCall implements CallHandle {
    /** Twilio ends every call then. */
    static final Duration TIME_LIMIT = Duration.ofHours(4);
    /** A caller whom nobody picks up hangs up then. */
    static final Duration MOST_RINGING = Duration.ofMinutes(2);

    private final CallPlan plan;
    private final FactSink facts;
    private final String callSid;
    private final LineCall call;
    private final CallProgress progress;
    private final TwimlRun twiml;
    private boolean outbound;

    TwilioCall(CallPlan plan, Caller caller, FactSink facts, LineLoop line, Network network, SayVoice voice) {
        this.plan = plan;
        this.facts = facts;
        Random random = new Random(plan.seed());
        Sids sids = new Sids(random);
        this.callSid = sids.call();
        Network mapped = new MappedNetwork(network, plan.detour(), this::note);
        FaultInjector faults = new FaultInjector(plan.faults(), plan.seed(), facts);
        this.call = new LineCall(line, mapped, caller, faults, facts, new Reported());
        Network faulty = WebhookFaults.over(mapped, plan.faults(), call.scheduler(), facts);
        VoiceWebhook webhook = new VoiceWebhook(call.scheduler(), faulty, plan, callSid, sids, call::found);
        CallStatusCallbacks callbacks = new CallStatusCallbacks(line, mapped, plan, callSid, sids, call::found);
        this.progress = new CallProgress(callSid, plan.direction(), callbacks);
        this.twiml = new TwimlRun(call, plan, callSid, sids, random, webhook, callbacks, mapped, voice);
    }

    /** Twilio's identifier of the call. */
    public String callSid() {
        return callSid;
    }

    /** Completes after the call's last fact, on the line thread: what depends on it must return at once. */
    public CompletionStage<CallOutcome> outcome() {
        return progress.outcome();
    }

    /** Ends the call as {@code by} would; the first reason stands. */
    public void hangUp(EndedBy by, String why) {
        onTheLine(() -> call.hangUp(by, why));
    }

    @Override
    public void hangUp(String why) {
        hangUp(EndedBy.REST, why);
    }

    @Override
    public void redirect(TwimlSource next) {
        onTheLine(() -> pullOff(next));
    }

    @Override
    public void found(Finding finding) {
        onTheLine(() -> call.found(finding));
    }

    @Override
    public void faultBegan(String fault) {
        onTheLine(() -> call.add(new Fact.FaultBegan(call.scheduler().nowNs(), fault)));
    }

    /** Ends the call without waiting for the server. */
    void abandon(String why) {
        onTheLine(() -> call.abandon(EndedBy.CALLER, why));
        progress.abandon();
    }

    /** The REST API's record of the call; before the call is placed. */
    void keep(CallRecord record) {
        progress.keep(record);
    }

    /** Begins a call to the server. */
    void place(Instant startedAt, boolean edgesKnown) {
        place(startedAt, edgesKnown, () -> {
            progress.rings();
            call.scheduler().after(MOST_RINGING.toNanos(), this::notPickedUp);
            twiml.begin(plan.webhook(), plan.setup().method());
        });
    }

    /** Begins a call that a server asked for: it rings until the {@code answer} comes about. */
    void placeOutbound(Instant startedAt, OutboundCall wanted, Pickup.RingResult answer) {
        outbound = true;
        OutboundRing ring = new OutboundRing(call, progress, twiml, wanted, answer);
        place(startedAt, answer.caller().knowsItsEdges(), ring::begin);
    }

    /** Returns whether the caller is on the line; the line thread. */
    boolean isUp() {
        return call.isUp();
    }

    private void place(Instant startedAt, boolean edgesKnown, Runnable begin) {
        long placedNs = call.scheduler().nowNs();
        call.scheduler().arrive(placedNs, () -> {
            String server = UrlCredentials.redact(plan.webhook().toString());
            facts.add(
                    new Fact.CallPlaced(placedNs, callSid, plan.from(), plan.number(), server, startedAt, edgesKnown));
            progress.placed(startedAt);
            if (!plan.faults().isEmpty()) {
                note("line faults: " + plan.faults() + "; --seed " + plan.seed() + " repeats them");
            }
            begin.run();
        });
    }

    private void notPickedUp() {
        if (call.isRinging()) {
            call.found(StreamFindings.notPickedUp(MOST_RINGING.toSeconds()));
            call.hangUp(EndedBy.TIMEOUT, "nobody picked up");
        }
    }

    /** Takes the call off what it does now, which is never resumed. */
    private void pullOff(TwimlSource next) {
        if (!call.isUp()) {
            note("the REST API redirected the call too late");
            return;
        }
        note("the REST API redirects the call");
        twiml.drop();
        call.streams().release(() -> twiml.follow(next));
    }

    private void note(String text) {
        call.note(text);
    }

    private void onTheLine(Runnable action) {
        call.scheduler().arrive(call.scheduler().nowNs(), action);
    }

    /** Passes what the line reports on to the TwiML and to the call's status. */
    private final class Reported implements CallObserver {
        @Override
        public void answered() {
            progress.answered();
            Duration limit = plan.limit();
            if (limit != null) {
                call.scheduler().after(limit.toNanos(), () -> call.hangUp(EndedBy.CALLER, "the call's time was up"));
            }
            call.scheduler()
                    .after(
                            TIME_LIMIT.toNanos(),
                            () -> call.hangUp(EndedBy.TIMEOUT, "Twilio's limit of 4 hours was reached"));
        }

        @Override
        public void key(char key) {
            twiml.key(key);
        }

        @Override
        public void found(Finding finding) {
            progress.found(finding);
        }

        @Override
        public void ending(CallEnding ending) {
            twiml.callOver();
            progress.ending(ending);
        }

        @Override
        public void ended(CallEnding ending) {
            progress.ended(ending, outbound || twiml.serverAnswered());
        }
    }
}
