package dev.sidetone.simulator.line.stream;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.bridge.time.Timers;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.loop.CallScheduler;
import dev.sidetone.simulator.line.net.ConnectionFailure;
import dev.sidetone.simulator.line.net.Network;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FactSink;
import java.net.URI;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * One {@code <Start><Stream>} from the dial to the closed socket: it listens to the call and nothing that its server says is heard.
 * Owned by its call, on the line thread.
 */
public final class OneWayStream implements LineStream {
    private enum State {
        DIALLING,
        OPEN,
        STOPPED,
        OVER
    }

    private final CallScheduler agenda;
    private final FactSink facts;
    private final MediaStream.Owner owner;
    private final StreamSpeech.StreamNames names;
    private final StreamNoun noun;
    private final Random dice;
    private final FrameStamps stamps = new FrameStamps(new Untold());
    private State state = State.DIALLING;
    private Network.@Nullable Link link;
    private @Nullable Connection wire;
    private @Nullable OneWaySpeech speech;
    private Timers.@Nullable Timer limit;
    private long messages;
    private boolean slowReaderTold;

    public OneWayStream(
            CallScheduler agenda,
            FactSink facts,
            MediaStream.Owner owner,
            StreamSpeech.StreamNames names,
            StreamNoun noun,
            Random dice) {
        this.agenda = agenda;
        this.facts = facts;
        this.owner = owner;
        this.names = names;
        this.noun = noun;
        this.dice = dice;
    }

    /** Dials the server with these headers besides those of every handshake. */
    public void open(Network network, Map<String, String> headers) {
        limit = agenda.after(
                MediaStream.UPGRADE_NS, () -> failed(StreamFindings.unreached(url(), ConnectionFailure.TIMEOUT, "")));
        link = network.dial(url(), headers, new StreamHandover(agenda, this));
    }

    @Override
    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** Sends what the caller said and heard in one tick, as far as its track carries it. */
    public void carry(LineFrame said, LineFrame heard, long deadlineNs) {
        if (speech == null || state != State.OPEN) {
            return;
        }
        if (!speech.media(said, heard, deadlineNs) && !slowReaderTold) {
            slowReaderTold = true;
            owner.found(StreamFindings.slowReader(FrameStamps.MOST));
        }
    }

    @Override
    public void stop() {
        if (speech == null || wire == null || state != State.OPEN) {
            return;
        }
        state = State.STOPPED;
        speech.stop();
        wire.close(1000, "");
        limit = agenda.after(MediaStream.CLOSE_NS, this::leftOpen);
    }

    @Override
    public void cut() {
        state = State.OVER;
        stamps.seal();
        cancelLimit();
        if (link != null) {
            link.cut();
        }
    }

    @Override
    public URI url() {
        return noun.url();
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
        wire = opened;
        OneWaySpeech begun = new OneWaySpeech(opened, names, noun, dice, stamps);
        speech = begun;
        begun.start();
        facts.add(new Fact.OneWayStarted(
                agenda.nowNs(), names.streamSid(), noun.name(), noun.track().word()));
        owner.streamStarted();
    }

    @Override
    public void text(String text, long atNs) {
        said();
    }

    @Override
    public void binary() {
        said();
    }

    /** The server said something, which nobody hears; told once. */
    private void said() {
        if (state == State.OPEN && ++messages == 1) {
            owner.found(StreamFindings.oneWay(noun.track()));
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
            over("stopped", false);
            return;
        }
        Finding finding = close.finding();
        if (finding != null) {
            owner.found(finding);
        }
        over(close.why(), close.isFault());
    }

    @Override
    public void failed(Finding finding) {
        if (state == State.DIALLING) {
            cut();
            owner.streamFailed(finding);
        }
    }

    private void leftOpen() {
        cut();
        owner.found(StreamFindings.leftOpen(MediaStream.CLOSE_NS / 1_000_000));
        over("stopped; the server left its socket open", false);
    }

    private void over(String why, boolean fault) {
        facts.add(new Fact.OneWayEnded(agenda.nowNs(), names.streamSid(), why));
        owner.streamEnded(fault, why);
    }

    private void cancelLimit() {
        if (limit != null) {
            limit.cancel();
        }
    }

    /** The lateness of the line is measured at its bidirectional streams. */
    private static final class Untold implements FactSink {
        @Override
        public void add(Fact fact) {}

        @Override
        public void tick(Fact.Tick tick, LineFrame said, LineFrame heard) {}

        @Override
        public void media(Fact.MediaArrived media, byte[] mulaw) {}
    }
}
