package dev.sidetone.simulator.line;

import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.line.loop.CallAgenda;
import dev.sidetone.simulator.line.loop.LineLoop;
import dev.sidetone.simulator.line.net.Network;
import dev.sidetone.simulator.line.plan.CallPlan;
import dev.sidetone.simulator.line.plan.Sids;
import dev.sidetone.simulator.line.rest.Instructions;
import dev.sidetone.simulator.line.stream.MediaStream;
import dev.sidetone.simulator.line.stream.StreamFindings;
import dev.sidetone.simulator.line.stream.StreamNoun;
import dev.sidetone.simulator.line.stream.StreamSpeech;
import dev.sidetone.simulator.line.twiml.Twiml;
import dev.sidetone.simulator.line.twiml.TwimlRun;
import dev.sidetone.simulator.line.webhook.Webhook;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FactSink;
import dev.sidetone.simulator.timeline.Finding;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call from the webhook to its last fact: asks the server, carries out its TwiML, ticks while the call is up. Owned by the line
 * thread; it needs none, only its {@link CallAgenda}.
 */
final class LineCall implements MediaStream.Owner, TwimlRun.Stage {
    private static final Logger LOG = LoggerFactory.getLogger(LineCall.class);

    private enum State {
        /** The server is asked; the caller hears nothing yet. */
        CALLING,
        /** The caller is on the line: the call ticks. */
        UP,
        /** The stream was told to stop; its socket is still closing. */
        HANGING_UP,
        ENDED
    }

    private final CallPlan plan;
    private final FactSink facts;
    private final Network network;
    private final TwilioVoice voice;
    private final CallAgenda agenda;
    private final Random dice;
    private final Sids sids;
    private final String callSid;
    private final Webhook webhook;
    private final CallTicks ticks;
    private final TwimlRun twiml = new TwimlRun(this);
    private final CallProgress progress;
    private final StreamSlot stream = new StreamSlot();
    private final Redirection redirection = new Redirection(this);
    private State state = State.CALLING;

    LineCall(CallPlan plan, Caller caller, FactSink facts, LineLoop line, Network network, SpokenWords words) {
        this.plan = plan;
        this.facts = facts;
        this.network = network;
        this.agenda = new CallAgenda(line, this::broke);
        this.dice = new Random(plan.seed());
        this.sids = new Sids(dice);
        this.callSid = sids.call();
        this.webhook = new Webhook(agenda, network, plan, callSid, sids);
        this.progress = new CallProgress(plan, callSid, facts, agenda);
        this.ticks = new CallTicks(this, caller, facts, agenda);
        this.voice = new TwilioVoice(words, agenda, ticks, this::note);
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
            webhook.ask(plan.webhook(), "POST", "ringing", this::answered);
        });
    }

    /** Begins a call that a server asked for, which {@code ring} brings about or not; any thread. */
    void placeOutbound(Instant startedAt, boolean edgesKnown, Consumer<CallAgenda> ring) {
        place(startedAt, edgesKnown, () -> {
            progress.reached();
            ring.accept(agenda);
        });
    }

    private void place(Instant startedAt, boolean edgesKnown, Runnable begin) {
        long placedNs = agenda.nowNs();
        agenda.arrive(placedNs, () -> {
            progress.placed(placedNs, startedAt, edgesKnown);
            begin.run();
        });
    }

    /** Takes the call off what it does now; any thread. */
    void redirect(Instructions instead) {
        agenda.arrive(agenda.nowNs(), () -> redirection.to(instead));
    }

    /** Ends the call; any thread. */
    void hangUpFromOutside(EndedBy by, String why) {
        agenda.arrive(agenda.nowNs(), () -> hangUp(by, why));
    }

    /** Ends the call without waiting for the server; any thread. */
    void abandon(String why) {
        agenda.arrive(agenda.nowNs(), () -> dropEverything(EndedBy.CALLER, why));
    }

    boolean isUp() {
        return state == State.UP;
    }

    /** The open stream, if there is one. */
    @Nullable
    MediaStream openStream() {
        return stream.open();
    }

    /** Twilio has nothing more to play. */
    void soundOver() {
        twiml.verbDone();
    }

    @Override
    public void hangUp(EndedBy by, String why) {
        if (state == State.HANGING_UP || state == State.ENDED) {
            return;
        }
        progress.because(by, why);
        webhook.cancel();
        if (stream.stop()) {
            become(State.HANGING_UP, why);
        } else {
            end();
        }
    }

    /** Gives up what Twilio asks or plays. */
    void quiet() {
        webhook.cancel();
        voice.quiet();
    }

    /** Stops the stream there is; whether it has still to close. */
    boolean stopStream() {
        return stream.stop();
    }

    /** Goes on with {@code what}; the caller is on the line from here on. */
    void follow(Instructions what) {
        comeUp();
        if (what instanceof Instructions.Fetched fetched) {
            webhook.ask(fetched.url(), fetched.method(), "in-progress", this::answered);
        } else if (what instanceof Instructions.Inline inline) {
            carryOut(InlineTwiml.read(inline, agenda.nowNs()));
        }
    }

    @Override
    public void openStream(StreamNoun noun) {
        StreamSpeech.StreamNames names = new StreamSpeech.StreamNames(plan.accountSid(), callSid, sids.stream());
        MediaStream dialled = new MediaStream(agenda, facts, this, names, noun, dice);
        stream.put(dialled);
        dialled.open(network, plan.authToken());
    }

    @Override
    public void streamStarted() {
        ticks.streamStarted();
        comeUp();
    }

    @Override
    public void streamFailed(Finding finding) {
        found(finding);
        streamEnded(true, "the stream could not be opened");
    }

    @Override
    public void streamEnded(boolean fault, String why) {
        stream.clear();
        if (state == State.HANGING_UP) {
            end();
        } else if (!redirection.goOn()) {
            twiml.streamDone(fault, why);
        }
    }

    @Override
    public void say(String text, long times) {
        comeUp();
        voice.say(text, times);
    }

    @Override
    public void pause(long frames) {
        comeUp();
        voice.pause(frames);
    }

    @Override
    public void fetch(URI url, String method) {
        webhook.ask(url, method, "in-progress", this::carryOut);
    }

    @Override
    public void found(Finding finding) {
        progress.found(finding);
    }

    @Override
    public void note(String text) {
        facts.add(new Fact.Noted(agenda.nowNs(), text));
    }

    private void answered(Webhook.Reply reply) {
        progress.webhookAnswered(reply);
        carryOut(reply);
    }

    private void carryOut(Webhook.Reply reply) {
        Finding finding = reply.finding();
        Twiml document = reply.twiml();
        if (document != null) {
            twiml.carryOut(document);
        } else if (finding != null) {
            found(finding);
            hangUp(reply.timedOut() ? EndedBy.TIMEOUT : EndedBy.FAULT, "the webhook failed");
        }
    }

    private void comeUp() {
        if (state != State.CALLING) {
            return;
        }
        become(State.UP, "answered");
        progress.answered();
        Duration limit = plan.limit();
        if (limit != null) {
            agenda.after(limit.toNanos(), () -> hangUp(EndedBy.CALLER, "the call's time was up"));
        }
        ticks.begin();
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

    /** The one way out: nothing is told after it. */
    private void end() {
        become(State.ENDED, "over");
        webhook.cancel();
        stream.cut();
        agenda.close();
        ticks.hangUp();
        progress.ended();
    }

    private void become(State now, String why) {
        LOG.debug("call {}: {} -> {}: {}", callSid, state, now, why);
        state = now;
    }
}
