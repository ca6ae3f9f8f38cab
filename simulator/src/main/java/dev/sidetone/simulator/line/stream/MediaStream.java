package dev.sidetone.simulator.line.stream;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.socket.Wire;
import dev.sidetone.bridge.time.Timers;
import dev.sidetone.simulator.line.loop.CallAgenda;
import dev.sidetone.simulator.line.net.Network;
import dev.sidetone.simulator.line.net.Trouble;
import dev.sidetone.simulator.line.plan.TwilioSignature;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FactSink;
import dev.sidetone.simulator.timeline.Finding;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** One Media Stream from the dial to the closed socket. Owned by its call, on the line thread. */
public final class MediaStream {
    /** A server that has not answered the upgrade by then never will. */
    static final long UPGRADE_NS = 5_000_000_000L;
    /** After {@code stop} and close the server has so long to close its own end. */
    static final long CLOSE_NS = 5_000_000_000L;

    private static final int NO_CODE = 1005;
    private static final int ABNORMAL = 1006;

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

    private final CallAgenda agenda;
    private final FactSink facts;
    private final Owner owner;
    private final StreamSpeech.StreamNames names;
    private final URI url;
    private final Map<String, String> parameters;
    private final Random dice;
    private final FrameStamps stamps;
    private final long dialledNs;
    private State state = State.DIALLING;
    private Network.@Nullable Link link;
    private @Nullable Wire wire;
    private @Nullable StreamSpeech speech;
    private @Nullable StreamHearing hearing;
    private Timers.@Nullable Timer limit;
    private boolean slowReaderTold;

    public MediaStream(
            CallAgenda agenda,
            FactSink facts,
            Owner owner,
            StreamSpeech.StreamNames names,
            StreamNoun noun,
            Random dice) {
        this.agenda = agenda;
        this.facts = facts;
        this.owner = owner;
        this.names = names;
        this.url = noun.url();
        this.parameters = noun.parameters();
        this.dice = dice;
        this.stamps = new FrameStamps(facts);
        this.dialledNs = agenda.nowNs();
    }

    /** Dials the server. */
    public void open(Network network, String authToken) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("user-agent", "Twilio.TmeWs/1.0");
        headers.put("x-twilio-signature", TwilioSignature.sign(authToken, url.toString(), Map.of()));
        limit = agenda.after(UPGRADE_NS, () -> failed(StreamFindings.unreached(url, Trouble.TIMEOUT, "")));
        link = network.dial(url, headers, new StreamHandover(agenda, this));
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** Whether it was told to stop and has not closed yet. */
    public boolean isStopping() {
        return state == State.STOPPED;
    }

    /** Takes what the caller hears now. */
    public LineFrame heard(long nowNs) {
        return hearing == null ? LineFrame.SILENCE : hearing.heard(nowNs);
    }

    public int heardBytes() {
        return hearing == null ? 0 : hearing.heardBytes();
    }

    public int queuedBytes() {
        return hearing == null ? 0 : hearing.queuedBytes();
    }

    /** Sends the frame of one tick. */
    public void say(LineFrame said, long tick, long deadlineNs) {
        if (speech == null || state != State.OPEN) {
            return;
        }
        if (!speech.media(said, tick, deadlineNs) && !slowReaderTold) {
            slowReaderTold = true;
            owner.found(StreamFindings.slowReader(FrameStamps.MOST));
        }
    }

    /** Sends a key. */
    public void press(char digit) {
        if (speech != null && state == State.OPEN) {
            speech.dtmf(digit);
        }
    }

    /** Ends the stream from Twilio's side: {@code stop}, then the closing handshake. */
    public void stop() {
        if (state == State.DIALLING) {
            cut();
            return;
        }
        if (speech == null || wire == null || state != State.OPEN) {
            return;
        }
        state = State.STOPPED;
        speech.stop();
        wire.close(1000, "");
        limit = agenda.after(CLOSE_NS, this::leftOpen);
    }

    /** Drops the connection without a word; nothing is told any more. */
    public void cut() {
        state = State.OVER;
        stamps.seal();
        if (limit != null) {
            limit.cancel();
        }
        if (link != null) {
            link.cut();
        }
    }

    FrameStamps stamps() {
        return stamps;
    }

    void opened(Wire opened, long atNs) {
        if (state != State.DIALLING) {
            return;
        }
        state = State.OPEN;
        cancelLimit();
        facts.add(new Fact.StreamOpened(atNs, atNs - dialledNs, url.toString()));
        StreamSpeech begun = new StreamSpeech(opened, names, dice, stamps);
        wire = opened;
        speech = begun;
        hearing = new StreamHearing(names.streamSid(), begun, facts, owner::found);
        begun.connected();
        begun.start(parameters);
        facts.add(new Fact.StreamStarted(agenda.nowNs(), names.streamSid()));
        owner.streamStarted();
    }

    void text(String text, long atNs) {
        if (hearing != null && state == State.OPEN) {
            hearing.text(text, atNs);
        }
    }

    void binary() {
        if (hearing != null && state == State.OPEN) {
            hearing.binary();
        }
    }

    void closed(int code, String reason, long atNs) {
        boolean stopped = state == State.STOPPED;
        if (state == State.OVER) {
            return;
        }
        cut();
        if (stopped) {
            over(atNs, null, "stopped", false);
        } else if (code == ABNORMAL) {
            owner.found(StreamFindings.dropped());
            over(atNs, code, "the connection was lost", true);
        } else {
            tellCode(code, reason);
            over(atNs, code, "the server closed the stream", false);
        }
    }

    void failed(Finding finding) {
        if (state == State.DIALLING) {
            cut();
            owner.streamFailed(finding);
        }
    }

    URI url() {
        return url;
    }

    private void leftOpen() {
        cut();
        owner.found(StreamFindings.leftOpen(CLOSE_NS / 1_000_000));
        over(agenda.nowNs(), null, "stopped; the server left its socket open", false);
    }

    private void over(long atNs, @Nullable Integer code, String why, boolean fault) {
        facts.add(new Fact.StreamEnded(atNs, code, why));
        owner.streamEnded(fault, why);
    }

    /** Closing is how a server ends a stream; any code but the peaceful ones says that something went wrong. */
    private void tellCode(int code, String reason) {
        if (code == 1002 || code == 1007) {
            owner.found(StreamFindings.protocol(reason.isEmpty() ? "code " + code : reason));
        } else if (code != 1000 && code != 1001 && code != NO_CODE) {
            owner.found(StreamFindings.closedWith(code, reason));
        }
    }

    private void cancelLimit() {
        if (limit != null) {
            limit.cancel();
        }
    }
}
