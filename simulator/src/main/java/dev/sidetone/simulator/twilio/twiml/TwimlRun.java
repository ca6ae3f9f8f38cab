package dev.sidetone.simulator.twilio.twiml;

import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.LineCall;
import dev.sidetone.simulator.line.ReleaseCause;
import dev.sidetone.simulator.line.net.Network;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.plan.Sids;
import dev.sidetone.simulator.twilio.relay.RelayNames;
import dev.sidetone.simulator.twilio.webhook.CallStatusCallbacks;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a call's TwiML documents, one at a time, and carries them out, one method per verb. Every verb ends in {@link #verbDone}, in
 * the next document or in the end of the call. Owned by its call, on the line thread.
 */
// Over 300 lines because one method per verb and the choice of what comes next share one state.
public final class TwimlRun implements Verb.Handler {
    /** A call that asks for more documents while nothing is heard goes round in a circle. */
    public static final int MOST_DOCUMENTS = 100;

    /** A verb that took so long is no part of a circle. */
    private static final long PROGRESS_NS = 1_000_000_000L;

    private static final String SORRY = "We are sorry. An application error has occurred. Goodbye.";

    private enum State {
        /** The next verb may begin. */
        READY,
        /** A verb, or the request for a document, is under way. */
        WAITING,
        /** The call is not this run's any more. */
        LEFT
    }

    private final LineCall call;
    private final Sids sids;
    private final VoiceWebhook webhook;
    private final PromptPlayer player;
    private final StreamVerbs streams;
    private final CallPlan plan;
    private final String callSid;
    private final Network network;
    private final SayVoice voice;
    private final CallStatusCallbacks callbacks;
    private final VerbReader reader;
    private final Set<String> seen = new LinkedHashSet<>();
    private State state = State.WAITING;
    private URI document = URI.create("");
    private List<Verb> verbs = List.of();
    private int next;
    private int documents;
    private long verbBeganNs;
    private boolean looping;
    private boolean streamless;
    private @Nullable RunningVerb running;
    private boolean serverAnswered;
    private Verb.@Nullable Connect connect;
    private Verb.@Nullable Relay relaying;
    private EndedBy byIfNone = EndedBy.SERVER;
    private String whyIfNone = "";

    /**
     * @param random draws the streams' timestamps and idle noise
     * @param network fetches the files of {@code <Play>}
     * @param voice speaks the words of {@code <Say>}
     */
    public TwimlRun(
            LineCall call,
            CallPlan plan,
            String callSid,
            Sids sids,
            Random random,
            VoiceWebhook webhook,
            CallStatusCallbacks callbacks,
            Network network,
            SayVoice voice) {
        this.call = call;
        this.sids = sids;
        this.plan = plan;
        this.callSid = callSid;
        this.network = network;
        this.voice = voice;
        this.callbacks = callbacks;
        this.webhook = webhook;
        this.player = new PromptPlayer(call, network, voice);
        this.streams = new StreamVerbs(call, plan, callSid, sids, random, callbacks);
        this.reader = new VerbReader(new TwimlWarnings(call::found));
    }

    /** Asks for the call's first document, while it rings. */
    public void begin(URI url, String method) {
        webhook.ask(url, method, "ringing", Map.of(), this::firstAnswer);
    }

    /** Goes on with what comes from {@code source}; the caller is on the line from here on. */
    public void follow(TwimlSource source) {
        call.answer();
        if (source instanceof TwimlSource.Fetched fetched) {
            webhook.ask(fetched.url(), fetched.method(), "in-progress", Map.of(), this::firstAnswer);
        } else if (source instanceof TwimlSource.Inline inline) {
            try {
                carryOut(TwimlReader.read(inline.answer(call.scheduler().nowNs())));
            } catch (TwimlReader.Refused e) {
                fail(e.finding(), EndedBy.FAULT);
            }
        }
    }

    /** Returns whether the server answered a request for the call's first document. */
    public boolean serverAnswered() {
        return serverAnswered;
    }

    /** Gives up the request and the verb under way, as when the call is over or is redirected from outside. */
    public void drop() {
        webhook.cancel();
        dropVerb();
    }

    /** The call ended, whoever ended it: the action of a session under way is sent beside the call, and everything is given up. */
    public void callOver() {
        if (running instanceof RelayRun relay && relaying != null) {
            URI url = actionUrl(relaying);
            if (url != null) {
                callbacks.action(relaying.action().method(), url, relay.completedFields());
            }
        }
        drop();
    }

    private @Nullable URI actionUrl(Verb.Relay relay) {
        String text = relay.action().url();
        return text == null ? null : DocumentUrl.resolve(document, text);
    }

    /** The caller pressed a key, and no bidirectional stream is open. */
    public void key(char key) {
        if (running != null) {
            running.key(key);
        }
    }

    private void firstAnswer(VoiceWebhook.Reply reply) {
        if (reply.status() != 0 && !serverAnswered) {
            serverAnswered = true;
            call.add(new Fact.WebhookAnswered(reply.atNs(), reply.tookNs(), reply.status()));
        }
        carryOut(reply);
    }

    private void carryOut(VoiceWebhook.Reply reply) {
        Finding finding = reply.finding();
        TwimlDocument twiml = reply.twiml();
        if (twiml != null) {
            carryOut(twiml);
        } else if (finding != null) {
            fail(finding, reply.timedOut() ? EndedBy.TIMEOUT : EndedBy.FAULT);
        }
    }

    /** Begins with the first verb of {@code twiml}; what was under way is dropped. */
    private void carryOut(TwimlDocument twiml) {
        dropVerb();
        if (++documents > MOST_DOCUMENTS) {
            call.found(TwimlFindings.documentLoop(MOST_DOCUMENTS));
            end(EndedBy.FAULT, "the TwiML went round in a circle");
            return;
        }
        document = twiml.url();
        twiml.verbs().forEach(verb -> seen.add(verb.getTagName()));
        verbs = reader.read(twiml);
        next = 0;
        proceed(EndedBy.SERVER, "the TwiML ended");
    }

    /** There is nothing to carry out: a caller who is on the line hears so, and the call ends. */
    private void fail(Finding finding, EndedBy by) {
        String why = "the webhook failed";
        call.found(finding);
        dropVerb();
        if (call.isUp()) {
            player.begin(new Verb.Say(SORRY, 1), document, () -> end(by, why));
        } else {
            end(by, why);
        }
    }

    private void dropVerb() {
        state = State.LEFT;
        player.stop();
        connect = null;
        RunningVerb dropped = running;
        running = null;
        relaying = null;
        if (dropped != null) {
            dropped.drop();
        }
    }

    /** The bidirectional stream is over, by the server or by a {@code fault}: the action is asked, or the next verb follows. */
    @SuppressWarnings("ReferenceEquality") // a document may hold the same verb twice
    private void streamOver(Verb.Connect ended, boolean fault, String why) {
        if (!ended.equals(connect)) {
            return;
        }
        connect = null;
        follow(ended.name(), ended.action(), Map.of(), fault ? EndedBy.FAULT : EndedBy.SERVER, why);
    }

    @Override
    public void connect(Verb.Connect verb) {
        call.answer();
        connect = verb;
        if (!streams.connect(verb.stream(), document, (fault, why) -> streamOver(verb, fault, why))) {
            streamOver(verb, true, "the stream could not be opened");
        }
    }

    @Override
    public void dial(Verb.Dial verb) {
        streamless = true;
        begin(new DialRun(call, player, verb, sids.call(), fields -> {
            running = null;
            follow(verb.name(), verb.action(), fields, EndedBy.SERVER, "the TwiML ended");
        }));
    }

    @Override
    public void gather(Verb.Gather verb) {
        begin(new GatherRun(call, player, verb, document, fields -> {
            running = null;
            if (fields == null) {
                verbDone();
            } else {
                String url = verb.action().url() == null ? "" : verb.action().url();
                fetch(verb.name(), url, verb.action().method(), fields);
            }
        }));
    }

    @Override
    public void hangup(Verb.Hangup verb) {
        leave(EndedBy.SERVER, "the TwiML hung up");
    }

    @Override
    public void prompt(Verb.Prompt verb) {
        player.begin(verb, document, this::verbDone);
    }

    @Override
    public void redirect(Verb.Redirect verb) {
        String url = verb.action().url();
        fetch(verb.name(), url == null ? "" : url, verb.action().method(), Map.of());
    }

    /** One behind a verb that picked the call up comes too late to reject anything. */
    @Override
    public void reject(Verb.Reject verb) {
        streamless = true;
        String reason = verb.busy() ? "busy" : "rejected";
        state = State.LEFT;
        call.reject(
                verb.busy() ? ReleaseCause.BUSY : ReleaseCause.NO_ANSWER,
                EndedBy.SERVER,
                call.isUp() ? "the TwiML hung up" : "the TwiML rejected the call: " + reason);
    }

    @Override
    public void relay(Verb.Relay verb) {
        RelayNames names = new RelayNames(plan, callSid, sids.session(), call.isRinging());
        streamless = true;
        relaying = verb;
        begin(new RelayRun(call, plan, names, network, voice, verb, (fault, why, fields) -> {
            running = null;
            relaying = null;
            follow(verb.name(), verb.action(), fields, fault ? EndedBy.FAULT : EndedBy.SERVER, why);
        }));
    }

    @Override
    public void start(Verb.Start verb) {
        call.answer();
        streamless = true;
        streams.start(verb.stream(), document);
        verbDone();
    }

    @Override
    public void stop(Verb.Stop verb) {
        streams.stop(verb.stream());
        verbDone();
    }

    @Override
    public void beyond(Verb.Beyond verb) {
        call.found(TwimlFindings.notCarriedOut(verb.what(), verb.blocking()));
        if (verb.blocking()) {
            leave(EndedBy.FAULT, "this version does not carry out <" + verb.what() + ">");
        } else {
            verbDone();
        }
    }

    private void begin(RunningVerb verb) {
        running = verb;
        verb.begin();
    }

    private void verbDone() {
        proceed(EndedBy.SERVER, "the TwiML ended");
    }

    private void follow(String verb, Verb.Action action, Map<String, String> fields, EndedBy by, String why) {
        String url = action.url();
        if (url == null) {
            proceed(by, why);
        } else {
            fetch(verb, url, action.method(), fields);
        }
    }

    private void fetch(String verb, String text, String method, Map<String, String> fields) {
        noteProgress();
        URI url = DocumentUrl.resolve(document, text);
        if (url == null) {
            call.found(TwimlFindings.malformedAction(verb, text));
            end(EndedBy.FAULT, "the URL of <" + verb + "> is none");
            return;
        }
        state = State.WAITING;
        webhook.ask(url, method, call.isUp() ? "in-progress" : "ringing", fields, this::carryOut);
    }

    /** A verb that ends within its own method comes back into this loop, not onto the stack. */
    private void proceed(EndedBy by, String why) {
        noteProgress();
        byIfNone = by;
        whyIfNone = why;
        state = State.READY;
        if (looping) {
            return;
        }
        looping = true;
        try {
            while (state == State.READY) {
                nextVerb();
            }
        } finally {
            looping = false;
        }
    }

    private void nextVerb() {
        if (next == verbs.size()) {
            leave(byIfNone, whyIfNone);
            return;
        }
        state = State.WAITING;
        verbBeganNs = call.scheduler().nowNs();
        Verb verb = verbs.get(next++);
        call.add(new Fact.VerbBegan(verbBeganNs, verb.name()));
        verb.deliverTo(this);
    }

    private void noteProgress() {
        if (state == State.WAITING && call.scheduler().nowNs() - verbBeganNs >= PROGRESS_NS) {
            documents = 0;
        }
    }

    private void leave(EndedBy by, String why) {
        if (!streams.tried() && !streamless) {
            call.found(TwimlFindings.noStream(List.copyOf(seen)));
        }
        end(by, why);
    }

    private void end(EndedBy by, String why) {
        state = State.LEFT;
        call.hangUp(by, why);
    }
}
