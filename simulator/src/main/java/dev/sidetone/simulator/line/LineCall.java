package dev.sidetone.simulator.line;

import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.line.fault.LineMischief;
import dev.sidetone.simulator.line.loop.CallAgenda;
import dev.sidetone.simulator.line.loop.LineLoop;
import dev.sidetone.simulator.line.net.DetouredNetwork;
import dev.sidetone.simulator.line.net.Network;
import dev.sidetone.simulator.line.plan.CallPlan;
import dev.sidetone.simulator.line.plan.Sids;
import dev.sidetone.simulator.line.plan.StreamUpgrade;
import dev.sidetone.simulator.line.stream.MediaStream;
import dev.sidetone.simulator.line.stream.StreamFindings;
import dev.sidetone.simulator.line.stream.StreamNoun;
import dev.sidetone.simulator.line.stream.StreamSpeech;
import dev.sidetone.simulator.line.stream.StreamTerms;
import dev.sidetone.simulator.line.twiml.Twiml;
import dev.sidetone.simulator.line.twiml.TwimlRun;
import dev.sidetone.simulator.line.webhook.CallCallbacks;
import dev.sidetone.simulator.line.webhook.FaultyWebhook;
import dev.sidetone.simulator.line.webhook.Webhook;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FactSink;
import dev.sidetone.simulator.timeline.Finding;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
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
    private final SpokenWords words;
    private final CallAgenda agenda;
    private final StreamTerms terms;
    private final Sids sids;
    private final String callSid;
    private final Webhook webhook;
    private final CallCallbacks callbacks;
    private final CallTicks ticks;
    private final TwimlRun twiml = new TwimlRun(this);
    private final List<Finding> findings = new ArrayList<>();
    private final CompletableFuture<CallOutcome> outcome = new CompletableFuture<>();
    private State state = State.CALLING;
    private @Nullable MediaStream stream;
    private boolean reached;
    private EndedBy endedBy = EndedBy.FAULT;
    private String endedWhy = "";

    LineCall(CallPlan plan, Caller caller, FactSink facts, LineLoop line, Network network, SpokenWords words) {
        this.plan = plan;
        this.facts = facts;
        this.network = new DetouredNetwork(network, plan.detour(), this::note);
        this.words = words;
        this.agenda = new CallAgenda(line, this::broke);
        Random dice = new Random(plan.seed());
        LineMischief mischief = new LineMischief(plan.faults(), plan.seed(), facts);
        this.terms = new StreamTerms(dice, plan.lenient(), mischief);
        this.sids = new Sids(dice);
        this.callSid = sids.call();
        Network asked = FaultyWebhook.over(this.network, plan.faults(), agenda, facts);
        this.webhook = new Webhook(agenda, asked, plan, callSid, sids, this::found);
        this.callbacks = new CallCallbacks(line, this.network, plan, callSid, sids, this::found);
        this.ticks = new CallTicks(this, caller, facts, agenda);
    }

    String callSid() {
        return callSid;
    }

    CompletionStage<CallOutcome> outcome() {
        return outcome.minimalCompletionStage();
    }

    /** Begins the call; any thread. */
    void place(Instant startedAt, boolean edgesKnown) {
        long placedNs = agenda.nowNs();
        agenda.arrive(placedNs, () -> {
            facts.add(new Fact.CallPlaced(
                    placedNs,
                    callSid,
                    plan.from(),
                    plan.number(),
                    plan.webhook().toString(),
                    startedAt,
                    edgesKnown));
            if (!plan.faults().isEmpty()) {
                note("line faults: " + plan.faults() + "; --seed " + plan.seed() + " repeats them");
            }
            callbacks.placed(startedAt);
            webhook.ask(plan.webhook(), plan.setup().method(), "ringing", this::answered);
        });
    }

    /** Ends the call; any thread. */
    void hangUpFromOutside(EndedBy by, String why) {
        agenda.arrive(agenda.nowNs(), () -> hangUp(by, why));
    }

    /** Ends the call without waiting for the server; any thread. */
    void abandon(String why) {
        agenda.arrive(agenda.nowNs(), () -> dropEverything(EndedBy.CALLER, why));
        callbacks.abandon();
    }

    boolean isUp() {
        return state == State.UP;
    }

    /** The open stream, if there is one. */
    @Nullable
    MediaStream openStream() {
        return stream != null && stream.isOpen() ? stream : null;
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
        endedBy = by;
        endedWhy = why;
        webhook.cancel();
        MediaStream open = openStream();
        if (open == null) {
            end();
        } else {
            become(State.HANGING_UP, why);
            open.stop();
        }
    }

    @Override
    public void openStream(StreamNoun noun) {
        StreamSpeech.StreamNames names = new StreamSpeech.StreamNames(plan.accountSid(), callSid, sids.stream());
        MediaStream dialled = new MediaStream(agenda, facts, this, names, noun, terms);
        stream = dialled;
        callbacks.streamDialled(noun, names.streamSid());
        dialled.open(network, StreamUpgrade.headers(plan, noun.url()));
    }

    @Override
    public void streamStarted() {
        ticks.streamStarted();
        comeUp();
        callbacks.streamStarted();
    }

    @Override
    public void streamFailed(Finding finding) {
        found(finding);
        streamEnded(true, "the stream could not be opened");
    }

    @Override
    public void streamEnded(boolean fault, String why) {
        stream = null;
        callbacks.streamEnded(fault && !findings.isEmpty() ? findings.get(findings.size() - 1) : null);
        if (state == State.HANGING_UP) {
            end();
        } else {
            twiml.streamDone(fault, why);
        }
    }

    @Override
    public void say(String text, long times) {
        comeUp();
        note("Twilio says: " + text);
        words.speak(text)
                .whenComplete((mulaw, failure) -> agenda.arrive(agenda.nowNs(), () -> {
                    if (failure != null) {
                        note("the words of <Say> could not be spoken: " + failure);
                    }
                    ticks.play(failure != null ? Sound.silence(0) : Sound.words(mulaw, times));
                }));
    }

    @Override
    public void pause(long frames) {
        comeUp();
        ticks.play(Sound.silence(frames));
    }

    @Override
    public void fetch(URI url, String method) {
        webhook.ask(url, method, "in-progress", this::carryOut);
    }

    @Override
    public void found(Finding finding) {
        findings.add(finding);
        facts.add(new Fact.Found(agenda.nowNs(), finding));
    }

    @Override
    public void note(String text) {
        facts.add(new Fact.Noted(agenda.nowNs(), text));
    }

    private void answered(Webhook.Reply reply) {
        reached = reply.status() != 0;
        if (reached) {
            facts.add(new Fact.WebhookAnswered(reply.atNs(), reply.tookNs(), reply.status()));
        }
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
        callbacks.answered();
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
            endedBy = by;
            endedWhy = why;
        }
        end();
    }

    /** The one way out: nothing is told after it but what status callbacks bring. */
    private void end() {
        become(State.ENDED, endedWhy);
        webhook.cancel();
        if (stream != null) {
            stream.cut();
            stream = null;
        }
        agenda.close();
        ticks.hangUp();
        facts.add(new Fact.CallEnded(agenda.nowNs(), endedBy, endedWhy));
        String unanswered = endedBy == EndedBy.FAULT ? "failed" : "no-answer";
        callbacks.ended(
                unanswered, () -> outcome.complete(new CallOutcome(callSid, endedBy, endedWhy, reached, findings)));
    }

    private void become(State next, String why) {
        LOG.debug("call {}: {} -> {}: {}", callSid, state, next, why);
        state = next;
    }
}
