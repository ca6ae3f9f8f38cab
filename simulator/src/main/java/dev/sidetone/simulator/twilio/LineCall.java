package dev.sidetone.simulator.twilio;

import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.fault.FaultInjector;
import dev.sidetone.simulator.line.loop.CallScheduler;
import dev.sidetone.simulator.line.loop.LineLoop;
import dev.sidetone.simulator.line.net.MappedNetwork;
import dev.sidetone.simulator.line.net.Network;
import dev.sidetone.simulator.line.net.UrlCredentials;
import dev.sidetone.simulator.line.sound.Sound;
import dev.sidetone.simulator.line.sound.Tones;
import dev.sidetone.simulator.line.stream.StreamFindings;
import dev.sidetone.simulator.line.stream.StreamTerms;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FactSink;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.plan.Sids;
import dev.sidetone.simulator.twilio.rest.TwimlSource;
import dev.sidetone.simulator.twilio.webhook.CallStatusCallbacks;
import dev.sidetone.simulator.twilio.webhook.VoiceWebhook;
import dev.sidetone.simulator.twilio.webhook.WebhookFaults;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call from the webhook to its last fact: asks the server, carries out its TwiML, ticks while the call is up. Owned by the line
 * thread; it needs none, only its {@link CallScheduler}.
 */
final class LineCall implements CallStreams.Owner {
    private static final Logger LOG = LoggerFactory.getLogger(LineCall.class);

    /** Twilio ends every call then. */
    static final Duration TIME_LIMIT = Duration.ofHours(4);
    /** A caller whom nobody picks up hangs up then. */
    static final Duration MOST_RINGING = Duration.ofMinutes(2);

    private enum State {
        /** The server is asked; the caller hears nothing yet. */
        CALLING,
        /** The caller is on the line: the call ticks. */
        UP,
        /** The streams were told to stop; their sockets are still closing. */
        HANGING_UP,
        ENDED
    }

    private final CallPlan plan;
    private final FactSink facts;
    private final CallScheduler agenda;
    private final String callSid;
    private final CallProgress progress;
    private final CallTicks ticks;
    private final CallStreams streams;
    private final CallDocuments documents;
    private State state = State.CALLING;

    LineCall(CallPlan plan, Caller caller, FactSink facts, LineLoop line, Network network, SayVoice words) {
        this.plan = plan;
        this.facts = facts;
        this.agenda = new CallScheduler(line, this::broke);
        Random dice = new Random(plan.seed());
        FaultInjector mischief = new FaultInjector(plan.faults(), plan.seed(), facts);
        StreamTerms terms = new StreamTerms(dice, plan.lenient(), mischief);
        Sids sids = new Sids(dice);
        this.callSid = sids.call();
        Network found = new MappedNetwork(network, plan.detour(), this::note);
        Network asked = WebhookFaults.over(found, plan.faults(), agenda, facts);
        VoiceWebhook webhook = new VoiceWebhook(agenda, asked, plan, callSid, sids, this::found);
        CallStatusCallbacks callbacks = new CallStatusCallbacks(line, found, plan, callSid, sids, this::found);
        this.progress = new CallProgress(plan, callSid, facts, agenda, callbacks);
        this.ticks = new CallTicks(this, caller, facts, agenda);
        this.streams = new CallStreams(agenda, facts, found, plan, callSid, sids, terms, callbacks, this);
        CallStage stage = new CallStage(this, agenda, found, words, sids, ticks, streams, facts);
        this.documents = new CallDocuments(this, agenda, progress, webhook, stage);
    }

    String callSid() {
        return callSid;
    }

    CompletionStage<CallOutcome> outcome() {
        return progress.outcome();
    }

    /** How far the call has come. */
    CallProgress progress() {
        return progress;
    }

    /** Begins a call to the server; any thread. */
    void place(Instant startedAt, boolean edgesKnown) {
        place(startedAt, edgesKnown, () -> {
            progress.rings();
            agenda.after(MOST_RINGING.toNanos(), this::notPickedUp);
            documents.begin(plan);
        });
    }

    /** Begins a call that a server asked for, which {@code ring} brings about or not; any thread. */
    void placeOutbound(Instant startedAt, boolean edgesKnown, Consumer<CallScheduler> ring) {
        place(startedAt, edgesKnown, () -> {
            progress.reached();
            ring.accept(agenda);
        });
    }

    private void place(Instant startedAt, boolean edgesKnown, Runnable begin) {
        long placedNs = agenda.nowNs();
        agenda.arrive(placedNs, () -> {
            progress.placed(placedNs, startedAt, edgesKnown);
            if (!plan.faults().isEmpty()) {
                note("line faults: " + plan.faults() + "; --seed " + plan.seed() + " repeats them");
            }
            begin.run();
        });
    }

    /** Takes the call off what it does now, which is never resumed; harmless while the call is not up. Any thread. */
    void redirect(TwimlSource instead) {
        agenda.arrive(agenda.nowNs(), () -> pullOff(instead));
    }

    /** Ends the call; any thread. */
    void hangUpFromOutside(EndedBy by, String why) {
        agenda.arrive(agenda.nowNs(), () -> hangUp(by, why));
    }

    /** Something was found out beside the call; any thread. */
    void foundFromOutside(Finding finding) {
        agenda.arrive(agenda.nowNs(), () -> found(finding));
    }

    /** A fault that was dialled came about beside the call; any thread. */
    void befellOutside(String fault) {
        agenda.arrive(agenda.nowNs(), () -> progress.befell(fault));
    }

    /** Ends the call without waiting for the server; any thread. */
    void abandon(String why) {
        agenda.arrive(agenda.nowNs(), () -> dropEverything(EndedBy.CALLER, why));
        progress.abandon();
    }

    boolean isUp() {
        return state == State.UP;
    }

    /** The streams that a tick feeds. */
    CallStreams streams() {
        return streams;
    }

    /** The caller pressed a key, and no stream is open to take it. */
    void key(char key) {
        documents.key(key);
    }

    /** Ends the call: streams are stopped first, and the end is told when their sockets are closed. The line thread. */
    void hangUp(EndedBy by, String why) {
        if (state == State.HANGING_UP || state == State.ENDED) {
            return;
        }
        progress.because(by, why);
        become(State.HANGING_UP, why);
        documents.drop();
        streams.stopAll(this::end);
    }

    /** Asks the server for the next document. */
    void fetch(URI url, String method, Map<String, String> fields) {
        documents.fetch(url, method, fields);
    }

    @Override
    public void streamStarted() {
        ticks.streamStarted();
        comeUp();
    }

    @Override
    public void streamOver(boolean fault, String why) {
        documents.streamDone(fault, why);
    }

    @Override
    public void found(Finding finding) {
        progress.found(finding);
    }

    /** Picks the call up, unless it is. */
    void comeUp() {
        if (state != State.CALLING) {
            return;
        }
        become(State.UP, "answered");
        progress.answered();
        Duration limit = plan.limit();
        if (limit != null) {
            agenda.after(limit.toNanos(), () -> hangUp(EndedBy.CALLER, "the call's time was up"));
        }
        agenda.after(TIME_LIMIT.toNanos(), () -> hangUp(EndedBy.TIMEOUT, "Twilio's limit of 4 hours was reached"));
        ticks.begin();
    }

    void note(String text) {
        facts.add(new Fact.Noted(agenda.nowNs(), UrlCredentials.redact(text)));
    }

    private void notPickedUp() {
        if (state == State.CALLING) {
            found(StreamFindings.notPickedUp(MOST_RINGING.toSeconds()));
            hangUp(EndedBy.TIMEOUT, "nobody picked up");
        }
    }

    private void pullOff(TwimlSource instead) {
        if (state != State.UP) {
            note("the REST API redirected the call too late");
            return;
        }
        note("the REST API redirects the call");
        documents.drop();
        streams.release(() -> documents.follow(instead));
    }

    /** Goes on with {@code what} once whoever picked up has heard the tones of {@code keys}. */
    void follow(TwimlSource what, String keys) {
        if (keys.isEmpty()) {
            documents.follow(what);
            return;
        }
        comeUp();
        note("Twilio plays the keys " + keys);
        ticks.play(Sound.words(Tones.keys(keys), 1), () -> documents.follow(what));
    }

    private void broke(Throwable failure) {
        LOG.debug("call {} broke", callSid, failure);
        found(StreamFindings.broken(failure.toString()));
        dropEverything(EndedBy.FAULT, "the call broke inside the simulator");
    }

    private void dropEverything(EndedBy by, String why) {
        if (state == State.ENDED) {
            return;
        }
        if (state != State.HANGING_UP) {
            progress.because(by, why);
        }
        end();
    }

    /** The one way out: nothing is told after it but what status callbacks bring. */
    private void end() {
        become(State.ENDED, "over");
        documents.drop();
        streams.cut();
        agenda.close();
        ticks.hangUp();
        progress.ended();
    }

    private void become(State next, String why) {
        LOG.debug("call {}: {} -> {}: {}", callSid, state, next, why);
        state = next;
    }
}
