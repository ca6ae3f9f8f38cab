package dev.sidetone.simulator.twilio.twiml;

import dev.sidetone.simulator.timeline.EndedBy;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a call's TwiML, verb by verb, one method per verb. Every verb ends in {@link #verbDone}, in the next document or in the
 * end of the call. Owned by its call, on the line thread.
 */
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

    private final Stage stage;
    private final PromptPlayer announcer;
    private final StreamVerbs streams;
    private final VerbReader reader;
    private final Set<String> seen = new LinkedHashSet<>();
    private State state = State.WAITING;
    private URI document = URI.create("");
    private List<Verb> verbs = List.of();
    private int next;
    private int documents;
    private long verbBeganNs;
    private boolean running;
    private boolean streamless;
    private @Nullable RunningVerb underWay;
    private Verb.@Nullable Connect connect;
    private EndedBy byIfNone = EndedBy.SERVER;
    private String whyIfNone = "";

    public TwimlRun(Stage stage) {
        this.stage = stage;
        this.announcer = new PromptPlayer(stage);
        this.streams = new StreamVerbs(stage);
        this.reader = new VerbReader(new TwimlWarnings(stage::found));
    }

    /** Begins with the first verb of {@code twiml}; what was under way is dropped. */
    public void carryOut(TwimlDocument twiml) {
        drop();
        if (++documents > MOST_DOCUMENTS) {
            stage.found(TwimlFindings.documentLoop(MOST_DOCUMENTS));
            end(EndedBy.FAULT, "the TwiML went round in a circle");
            return;
        }
        document = twiml.url();
        twiml.verbs().forEach(verb -> seen.add(verb.getTagName()));
        verbs = reader.read(twiml);
        next = 0;
        proceed(EndedBy.SERVER, "the TwiML ended");
    }

    /** There is nothing to carry out: a caller who is on the line is told so, and the call ends. */
    public void apologise(EndedBy by, String why) {
        drop();
        if (stage.isUp()) {
            announcer.begin(new Verb.Say(SORRY, 1), document, () -> end(by, why));
        } else {
            end(by, why);
        }
    }

    /** Gives up what is under way, as when the call is over or is sent elsewhere from outside. */
    public void drop() {
        state = State.LEFT;
        announcer.stop();
        connect = null;
        RunningVerb dropped = underWay;
        underWay = null;
        if (dropped != null) {
            dropped.drop();
        }
    }

    /** The caller pressed a key, and no bidirectional stream is open. */
    public void key(char key) {
        if (underWay != null) {
            underWay.key(key);
        }
    }

    /** The bidirectional stream is over, by the server or by a {@code fault}: the action is asked, or the next verb follows. */
    public void streamDone(boolean fault, String why) {
        Verb.Connect ended = connect;
        connect = null;
        if (ended == null) {
            return;
        }
        follow(ended.name(), ended.action(), Map.of(), fault ? EndedBy.FAULT : EndedBy.SERVER, why);
    }

    @Override
    public void connect(Verb.Connect verb) {
        connect = verb;
        if (!streams.connect(verb.stream(), document)) {
            streamDone(true, "the stream could not be opened");
        }
    }

    @Override
    public void dial(Verb.Dial verb) {
        streamless = true;
        begin(new DialRun(stage, verb, asked -> {
            underWay = null;
            follow(verb.name(), verb.action(), asked, EndedBy.SERVER, "the TwiML ended");
        }));
    }

    @Override
    public void gather(Verb.Gather verb) {
        begin(new GatherRun(stage, announcer, verb, document, asked -> {
            underWay = null;
            if (asked == null) {
                verbDone();
            } else {
                String url = verb.action().url() == null ? "" : verb.action().url();
                fetch(verb.name(), url, verb.action().method(), asked);
            }
        }));
    }

    @Override
    public void hangup(Verb.Hangup verb) {
        leave(EndedBy.SERVER, "the TwiML hung up");
    }

    @Override
    public void prompt(Verb.Prompt verb) {
        announcer.begin(verb, document, this::verbDone);
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
        stage.turnAway(verb.busy());
        leave(EndedBy.SERVER, stage.isUp() ? "the TwiML hung up" : "the TwiML rejected the call: " + reason);
    }

    @Override
    public void start(Verb.Start verb) {
        stage.answer();
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
        stage.found(TwimlFindings.notCarriedOut(verb.what(), verb.blocking()));
        if (verb.blocking()) {
            leave(EndedBy.FAULT, "this version does not carry out <" + verb.what() + ">");
        } else {
            verbDone();
        }
    }

    private void begin(RunningVerb verb) {
        underWay = verb;
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
            stage.found(TwimlFindings.malformedAction(verb, text));
            end(EndedBy.FAULT, "the URL of <" + verb + "> is none");
            return;
        }
        state = State.WAITING;
        stage.fetch(url, method, fields);
    }

    /** A verb that ends within its own method comes back into this loop, not onto the stack. */
    private void proceed(EndedBy by, String why) {
        noteProgress();
        byIfNone = by;
        whyIfNone = why;
        state = State.READY;
        if (running) {
            return;
        }
        running = true;
        try {
            while (state == State.READY) {
                nextVerb();
            }
        } finally {
            running = false;
        }
    }

    private void nextVerb() {
        if (next == verbs.size()) {
            leave(byIfNone, whyIfNone);
            return;
        }
        state = State.WAITING;
        verbBeganNs = stage.timers().nowNs();
        verbs.get(next++).deliverTo(this);
    }

    private void noteProgress() {
        if (state == State.WAITING && stage.timers().nowNs() - verbBeganNs >= PROGRESS_NS) {
            documents = 0;
        }
    }

    private void leave(EndedBy by, String why) {
        if (!streams.tried() && !streamless) {
            stage.found(TwimlFindings.noStream(List.copyOf(seen)));
        }
        end(by, why);
    }

    private void end(EndedBy by, String why) {
        state = State.LEFT;
        stage.hangUp(by, why);
    }
}
