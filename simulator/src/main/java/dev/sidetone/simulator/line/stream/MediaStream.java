package dev.sidetone.simulator.line.stream;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.bridge.time.Timers;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.loop.CallScheduler;
import dev.sidetone.simulator.line.net.ConnectionFailure;
import dev.sidetone.simulator.line.net.Network;
import dev.sidetone.simulator.line.net.UrlCredentials;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FactSink;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One Media Stream from the dial to the closed socket. Owned by its call, on the line thread. */
public final class MediaStream implements LineStream {
    /** A server that has not answered the upgrade by then never will. */
    static final long UPGRADE_NS = 5_000_000_000L;
    /** After {@code stop} and close the server has so long to close its own end. */
    static final long CLOSE_NS = 5_000_000_000L;

    private enum State {
        DIALLING,
        OPEN,
        STOPPED,
        OVER
    }

    /** Told how the stream fares; each ending exactly once. */
    public interface Owner {
        void streamStarted();

        void streamFailed(Finding finding);

        /** The socket is closed, by the server unless the line had stopped the stream. {@code fault} says it was lost. */
        void streamEnded(boolean fault, String why);

        void found(Finding finding);
    }

    private final CallScheduler agenda;
    private final FactSink facts;
    private final Owner owner;
    private final StreamSpeech.StreamNames names;
    private final URI url;
    private final Map<String, String> parameters;
    private final StreamTerms terms;
    private final FrameStamps stamps;
    private final long dialledNs;
    private State state = State.DIALLING;
    private Network.@Nullable Link link;
    private @Nullable StreamTalk talk;
    private Timers.@Nullable Timer limit;

    public MediaStream(
            CallScheduler agenda,
            FactSink facts,
            Owner owner,
            StreamSpeech.StreamNames names,
            StreamNoun noun,
            StreamTerms terms) {
        this.agenda = agenda;
        this.facts = facts;
        this.owner = owner;
        this.names = names;
        this.url = noun.url();
        this.parameters = noun.parameters();
        this.terms = terms;
        this.stamps = new FrameStamps(facts);
        this.dialledNs = agenda.nowNs();
    }

    /** Dials the server with these headers besides those of every handshake. */
    public void open(Network network, Map<String, String> headers) {
        facts.add(new Fact.StreamDialled(agenda.nowNs(), url.toString()));
        limit = agenda.after(UPGRADE_NS, () -> failed(StreamFindings.unreached(url, ConnectionFailure.TIMEOUT, "")));
        link = network.dial(url, headers, new StreamHandover(agenda, this));
    }

    @Override
    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** Whether it was told to stop and has not closed yet. */
    public boolean isStopping() {
        return state == State.STOPPED;
    }

    /** Takes what the caller hears now. */
    public LineFrame heard(long nowNs) {
        return talk == null ? LineFrame.SILENCE : talk.hearing().heard(nowNs);
    }

    public int heardBytes() {
        return talk == null ? 0 : talk.hearing().heardBytes();
    }

    public int queuedBytes() {
        return talk == null ? 0 : talk.hearing().queuedBytes();
    }

    /** Sends the caller's frame of one tick, in which {@code heard} is heard; gives it back as the line carried it. */
    public LineFrame say(LineFrame said, LineFrame heard, long tick, long deadlineNs) {
        if (talk == null || state != State.OPEN) {
            return said;
        }
        LineFrame carried = talk.say(said, heard, tick, deadlineNs);
        if (terms.mischief().drops()) {
            agenda.after(0, this::drop);
        }
        return carried;
    }

    /** Sends a key. */
    public void press(char digit) {
        if (talk != null && state == State.OPEN) {
            talk.press(digit);
        }
    }

    @Override
    public void stop() {
        if (state == State.DIALLING) {
            cut();
            return;
        }
        if (talk == null || state != State.OPEN) {
            return;
        }
        state = State.STOPPED;
        talk.stop();
        limit = agenda.after(CLOSE_NS, this::leftOpen);
    }

    @Override
    public void cut() {
        state = State.OVER;
        stamps.seal();
        if (limit != null) {
            limit.cancel();
        }
        if (talk != null) {
            talk.lost();
        }
        if (link != null) {
            link.cut();
        }
    }

    @Override
    public FrameStamps stamps() {
        return stamps;
    }

    @Override
    public void opened(Connection opened, long atNs) {
        if (state != State.DIALLING) {
            return;
        }
        state = State.OPEN;
        cancelLimit();
        facts.add(new Fact.StreamOpened(atNs, atNs - dialledNs, UrlCredentials.redact(url.toString())));
        StreamWire wire = new StreamWire(opened, stamps, terms.mischief(), agenda);
        StreamTalk begun = new StreamTalk(wire, names, terms, facts, owner::found);
        talk = begun;
        begun.start(parameters);
        long startNs = agenda.nowNs();
        terms.mischief().started(startNs);
        facts.add(new Fact.StreamStarted(startNs, names.streamSid()));
        owner.streamStarted();
    }

    @Override
    public void text(String text, long atNs) {
        if (talk != null && state == State.OPEN) {
            talk.hearing().text(text, atNs);
        }
    }

    @Override
    public void binary() {
        if (talk != null && state == State.OPEN) {
            talk.hearing().binary();
        }
    }

    @Override
    public void closed(StreamClose close, long atNs) {
        boolean stopped = state == State.STOPPED;
        if (state == State.OVER) {
            return;
        }
        cut();
        if (stopped) {
            over(atNs, null, "stopped", false);
            return;
        }
        Finding finding = close.finding();
        if (finding != null) {
            owner.found(finding);
        }
        over(atNs, close.code(), close.why(), close.isFault());
    }

    @Override
    public void failed(Finding finding) {
        if (state == State.DIALLING) {
            cut();
            owner.streamFailed(finding);
        }
    }

    @Override
    public URI url() {
        return url;
    }

    /** A fault of the line that was asked for: nothing to find fault with. */
    private void drop() {
        if (state == State.OPEN) {
            cut();
            over(agenda.nowNs(), StreamClose.lost().code(), "the line dropped the connection, as dialled", true);
        }
    }

    private void leftOpen() {
        cut();
        owner.found(StreamFindings.leftOpen(CLOSE_NS / 1_000_000));
        over(agenda.nowNs(), null, "stopped; the server left its socket open", false);
    }

    private void over(long atNs, @Nullable Integer code, String why, boolean fault) {
        if (talk != null) {
            talk.hearing().over();
        }
        facts.add(new Fact.StreamEnded(atNs, code, why));
        owner.streamEnded(fault, why);
    }

    private void cancelLimit() {
        if (limit != null) {
            limit.cancel();
        }
    }
}
