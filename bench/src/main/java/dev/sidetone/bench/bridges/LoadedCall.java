package dev.sidetone.bench.bridges;

import dev.sidetone.bridge.audio.LineFrame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Both ends of one call under load: a caller as Twilio carries him, who returns marks once their sound was played, and an agent that answers
 * for six seconds at the pace of speech and then has four seconds at once, which takes as long to play. One thread.
 */
final class LoadedCall implements LoadWire.Listener, LoadSocket.Reader {
    private static final int PACED_TICKS = 300;
    private static final int CYCLE_TICKS = 500;
    private static final int BURST_PIECES = 20;
    private static final int BURST_PIECE = 1_600;
    private static final int SPREAD = 37;
    private static final int GRACE_TICKS = 25;

    private static final byte[] MEDIA = JsonBytes.of("\"event\":\"media\"");
    private static final byte[] PAYLOAD = JsonBytes.of("\"payload\":\"");
    private static final byte[] MARK = JsonBytes.of("\"event\":\"mark\"");
    private static final byte[] NAME = JsonBytes.of("\"name\":\"");
    private static final byte[] MEDIA_HEAD = JsonBytes.of("{\"event\":\"media\",\"sequenceNumber\":\"");
    private static final byte[] CHUNK = JsonBytes.of("\",\"media\":{\"track\":\"inbound\",\"chunk\":\"");
    private static final byte[] TIMESTAMP = JsonBytes.of("\",\"timestamp\":\"");
    private static final byte[] PAYLOAD_HEAD = JsonBytes.of("\",\"payload\":\"");
    private static final byte[] STREAM = JsonBytes.of("\"},\"streamSid\":\"");
    private static final byte[] MARK_HEAD = JsonBytes.of("{\"event\":\"mark\",\"sequenceNumber\":\"");
    private static final byte[] MARK_STREAM = JsonBytes.of("\",\"streamSid\":\"");
    private static final byte[] MARK_NAME = JsonBytes.of("\",\"mark\":{\"name\":\"");
    private static final byte[] END = JsonBytes.of("\"}");
    private static final byte[] MARK_END = JsonBytes.of("\"}}");

    private final LoadSound sound;
    private final LoadFlavour flavour;
    private final LoadBuffers buffers;
    private final Watcher watcher;
    private final LoadWire wire;
    private final byte[] streamSid;
    private final SoundText text = new SoundText();
    private final SoundFlow up = new SoundFlow();
    private final SoundFlow down = new SoundFlow();
    private final ArrayDeque<Long> answerStarts = new ArrayDeque<>();
    private final ArrayDeque<DueMark> marks = new ArrayDeque<>();

    private @Nullable LoadSocket caller;
    private @Nullable LoadSocket agent;
    private final CountDownLatch answered = new CountDownLatch(1);
    private volatile boolean ready;
    /** Ticks since the agent was ready: a bridge may know of it a little later. */
    private int readyTicks;

    private int cycle;
    private int answers;
    private long heardAnswerFrom;
    private long sequence = 1;
    private long chunk;
    private long playedToNs;

    /** A mark that comes back at a time. */
    private record DueMark(long atNs, String name) {}

    /** Has the figures of the present stretch, and takes complaints. */
    interface Watcher {
        LoadFigures figures();

        void complain(String what);
    }

    /** @param number of this call in its load, which spreads the answers of calls over time */
    LoadedCall(
            int number, String streamSid, LoadSound sound, LoadFlavour flavour, LoadBuffers buffers, Watcher watcher) {
        this.streamSid = JsonBytes.of(streamSid);
        this.sound = sound;
        this.flavour = flavour;
        this.buffers = buffers;
        this.watcher = watcher;
        this.wire = LoadWire.of(flavour, buffers, this);
        this.cycle = number * SPREAD % PACED_TICKS;
    }

    void calledBy(LoadSocket socket) {
        caller = socket;
    }

    /** The bridge has dialled the agent. */
    LoadWire answeredBy(LoadSocket socket) {
        agent = socket;
        answered.countDown();
        return wire;
    }

    /** The caller's first messages. */
    void begin(String connected, String start) {
        try {
            if (caller != null) {
                caller.send(connected);
                caller.send(start);
            }
        } catch (IOException e) {
            watcher.complain("a call did not begin: " + e);
        }
    }

    /** Waits until the bridge has dialled the agent. For any thread. */
    boolean awaitAnswer(long mostMs) throws InterruptedException {
        return answered.await(mostMs, TimeUnit.MILLISECONDS);
    }

    /** Whether the bridge's session with the agent is ready. For any thread. */
    boolean isReady() {
        return ready;
    }

    /** How many samples are under way. */
    long missing() {
        return up.missing() + down.missing();
    }

    /** Twenty milliseconds of both sides. */
    void tick(long nowNs) throws IOException {
        LoadSocket line = caller;
        LoadSocket talking = agent;
        if (line == null || talking == null || !ready || readyTicks++ < GRACE_TICKS) {
            return;
        }
        say(line, nowNs);
        returnMarks(line, nowNs);
        answer(talking, nowNs);
        cycle = (cycle + 1) % CYCLE_TICKS;
    }

    private void say(LoadSocket line, long nowNs) throws IOException {
        sound.line(up.sent(), buffers.sound, LineFrame.BYTES);
        up.send(LineFrame.BYTES, SoundFlow.Piece.PACED, nowNs);
        chunk++;
        buffers.begin().add(MEDIA_HEAD).add(++sequence).add(CHUNK).add(chunk).add(TIMESTAMP);
        buffers.add(chunk * LineFrame.MS).add(PAYLOAD_HEAD);
        text.encode(buffers.sound, LineFrame.BYTES, buffers);
        buffers.add(STREAM).add(streamSid).add(END);
        line.sendText();
    }

    private void returnMarks(LoadSocket line, long nowNs) throws IOException {
        while (!marks.isEmpty() && marks.peek().atNs() <= nowNs) {
            byte[] name = JsonBytes.of(marks.remove().name());
            buffers.begin().add(MARK_HEAD).add(++sequence).add(MARK_STREAM).add(streamSid);
            buffers.add(MARK_NAME).add(name).add(MARK_END);
            line.sendText();
            watcher.figures().marks++;
        }
    }

    private void answer(LoadSocket talking, long nowNs) throws IOException {
        if (cycle == 0 || answers == 0) {
            begin(talking);
        }
        if (cycle < PACED_TICKS) {
            speak(LineFrame.BYTES, SoundFlow.Piece.PACED, nowNs, talking);
        } else if (cycle == PACED_TICKS) {
            wire.end(talking);
            begin(talking);
            for (int i = 1; i <= BURST_PIECES; i++) {
                SoundFlow.Piece kind = i < BURST_PIECES ? SoundFlow.Piece.BURST : SoundFlow.Piece.LAST_OF_BURST;
                speak(BURST_PIECE, kind, nowNs, talking);
            }
            wire.end(talking);
        }
    }

    private void begin(LoadSocket talking) throws IOException {
        wire.begin(++answers, talking);
        answerStarts.add(down.sent());
    }

    private long answerFrom() {
        return answerStarts.isEmpty() ? 0 : answerStarts.getLast();
    }

    private void speak(int samples, SoundFlow.Piece kind, long nowNs, LoadSocket talking) throws IOException {
        int bytes = sound.wire(down.sent() - answerFrom(), buffers.sound, samples);
        down.send(samples, kind, nowNs);
        wire.speak(answers, bytes, talking);
    }

    @Override
    public void ready() {
        ready = true;
    }

    @Override
    public void heard(byte[] bytes, int from, int length, long nowNs) {
        LoadFigures figures = watcher.figures();
        figures.wrong += sound.wrongAtAgent(up.received(), bytes, from, length);
        int samples = flavour.exact ? length : length / 2 / flavour.factor();
        if (!up.arrive(samples, nowNs, figures.up, figures.up, figures.sinceNs)) {
            figures.wrong++;
        }
    }

    @Override
    public void strange(String what) {
        watcher.figures().strange++;
        watcher.complain(what);
    }

    /** What the bridge sends to Twilio. */
    @Override
    public void message(LoadSocket socket, int opcode, byte[] bytes, int from, int to, long nowNs) {
        int payload = JsonBytes.after(MEDIA, bytes, from, to) < 0 ? -1 : JsonBytes.after(PAYLOAD, bytes, from, to);
        if (payload >= 0) {
            play(text.decode(bytes, payload, JsonBytes.quote(bytes, payload, to)), nowNs);
        } else if (JsonBytes.after(MARK, bytes, from, to) >= 0) {
            int name = JsonBytes.after(NAME, bytes, from, to);
            int end = JsonBytes.quote(bytes, name, to);
            marks.add(new DueMark(playedToNs, new String(bytes, name, end - name, StandardCharsets.US_ASCII)));
        } else {
            strange("the caller received " + JsonBytes.beginning(bytes, from, to));
        }
    }

    /** A bridge may send pieces of any length, but none of two answers. */
    private void play(byte[] mulaw, long nowNs) {
        while (!answerStarts.isEmpty() && answerStarts.peek() <= down.received() && answerStarts.size() > 1) {
            heardAnswerFrom = answerStarts.remove();
        }
        if (answerStarts.size() == 1 && answerStarts.getFirst() <= down.received()) {
            heardAnswerFrom = answerStarts.getFirst();
        }
        LoadFigures figures = watcher.figures();
        figures.wrong += sound.wrongOnLine(down.received() - heardAnswerFrom, mulaw, mulaw.length);
        if (!down.arrive(mulaw.length, nowNs, figures.down, figures.burst, figures.sinceNs)) {
            figures.wrong++;
        }
        playedToNs = Math.max(playedToNs, nowNs) + mulaw.length * LineFrame.SAMPLE_NS;
    }

    /** Hangs up as Twilio does. */
    void hangUp() throws IOException {
        if (caller != null) {
            caller.send("{\"event\":\"stop\",\"sequenceNumber\":\"" + ++sequence + "\",\"streamSid\":\""
                    + new String(streamSid, StandardCharsets.US_ASCII)
                    + "\",\"stop\":{\"accountSid\":\"AC0\",\"callSid\":\"CA0\"}}");
            caller.close();
        }
    }
}
