package dev.sidetone.bench.bridges;

import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.BridgeRoutes;
import dev.sidetone.bridge.CallPolicy;
import dev.sidetone.bridge.agent.AgentAudio;
import dev.sidetone.bridge.agent.AgentService;
import dev.sidetone.bridge.agent.omni.Omni;
import dev.sidetone.bridge.agent.openai.OpenAi;
import dev.sidetone.bridge.audio.AudioFormat;
import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.bridge.socket.ConnectionListener;
import dev.sidetone.bridge.socket.EventLoop;
import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.bridge.time.ManualTimers;
import dev.sidetone.bridge.twilio.FromTwilio;
import dev.sidetone.bridge.twilio.TwilioJson;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One call through a bridge without sockets, in manual time: a frame of the caller, a piece of the agent, marks that come back. One thread. */
final class PathCall implements EventLoop {
    private static final String CALL = "CA00000000000000000000000000000001";
    private static final String STREAM = "MZ00000000000000000000000000000001";
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
    private static final int ANSWER_PIECES = 300;
    private static final int FRAMES = 1_000 / LineFrame.MS;

    private final LoadFlavour flavour;
    private final LoadSound sound;
    private final ManualTimers timers = new ManualTimers(1_000_000_000L);
    private final Line line = new Line();
    private final String[] said = new String[FRAMES];
    private final byte[][] spoken = new byte[FRAMES][];
    private final String[][] deltas = new String[2][FRAMES];
    private @Nullable ConnectionListener twilio;
    private @Nullable ConnectionListener agent;
    private long sequence = 1;
    private long pieces;

    private PathCall(LoadFlavour flavour) {
        this.flavour = flavour;
        this.sound = new LoadSound(flavour, 0, 0);
    }

    /** A call whose agent is ready. */
    static PathCall begin(LoadFlavour flavour) {
        PathCall call = new PathCall(flavour);
        AgentService service = flavour.exact ? OpenAi.REALTIME : Omni.SERVICE;
        BridgeConfig.Agent target = new BridgeConfig.Agent(
                service.name(),
                service,
                URI.create("ws://agent/v1"),
                "any",
                flavour.exact
                        ? service.defaults()
                        : service.defaults().withAudio(AgentAudio.both(AudioFormat.pcm16(flavour.rateHz))));
        BridgeRoutes bridge = new BridgeRoutes(
                new BridgeConfig("127.0.0.1", 0, 1, null, "12345", target, CallPolicy.defaults()), sid -> event -> {});
        call.render();
        call.open(bridge);
        return call;
    }

    private void open(BridgeRoutes bridge) {
        Map<String, String> headers = Map.of("host", "127.0.0.1");
        RequestHandler.Response document = bridge.answer(
                new RequestHandler.Request("POST", "/voice", null, headers, "CallSid=" + CALL, "127.0.0.1"), this);
        Matcher token = TOKEN.matcher(document.body());
        if (!token.find()) {
            throw new IllegalStateException("no token: " + document);
        }
        RequestHandler.Upgrade upgrade =
                bridge.upgrade(new RequestHandler.Request("GET", "/media", null, headers, "", "127.0.0.1"), this);
        if (!(upgrade instanceof RequestHandler.Upgrade.Accept accept)) {
            throw new IllegalStateException("refused: " + upgrade);
        }
        twilio = accept.listener();
        accept.listener().onOpened(line, nowNs());
        said(TwilioJson.write(new FromTwilio.Start(1, "AC0", STREAM, CALL, Map.of("token", token.group(1)))));
        timers.advance(LineFrame.NS);
    }

    /** A session gets ready; a long call has several. */
    private void getReady(ConnectionListener session) {
        if (flavour.exact) {
            session.onText("{\"type\":\"session.created\",\"session\":{}}", nowNs());
            session.onText("{\"type\":\"session.updated\",\"session\":{}}", nowNs());
        } else {
            session.onText("{\"event\":\"hello\",\"audio_out\":\"pcm16@" + flavour.rateHz + "\"}", nowNs());
        }
        agent = session;
    }

    /** A second of both sides, made beforehand: the cost of the bridge is what is measured. */
    private void render() {
        byte[] piece = new byte[LineFrame.BYTES * 6];
        for (int i = 0; i < FRAMES; i++) {
            sound.line((long) i * LineFrame.BYTES, piece, LineFrame.BYTES);
            said[i] = TwilioJson.write(new FromTwilio.Media(
                    i + 2,
                    i + 1,
                    (long) i * LineFrame.MS,
                    MulawChunk.of(Arrays.copyOf(piece, LineFrame.BYTES)),
                    STREAM));
            int bytes = sound.wire((long) i * LineFrame.BYTES, piece, LineFrame.BYTES);
            spoken[i] = Arrays.copyOf(piece, bytes);
            for (int answer = 0; answer < 2; answer++) {
                deltas[answer][i] =
                        "{\"type\":\"response.output_audio.delta\",\"event_id\":\"event_1\",\"response_id\":\"r\","
                                + "\"item_id\":\"item_" + answer
                                + "\",\"output_index\":0,\"content_index\":0,\"delta\":\""
                                + Base64.getEncoder().encodeToString(spoken[i]) + "\"}";
            }
        }
    }

    /** Twenty milliseconds. */
    void frame() {
        timers.advance(LineFrame.NS);
        int frame = (int) (pieces % FRAMES);
        said(said[frame]);
        if (flavour.exact) {
            Objects.requireNonNull(agent).onText(deltas[(int) (pieces / ANSWER_PIECES % 2)][frame], nowNs());
        } else {
            Objects.requireNonNull(agent).onBinary(spoken[frame], nowNs());
        }
        line.returnMarks();
        pieces++;
    }

    int sentPerSecond() {
        return (int) (line.sent * 50 / Math.max(1, pieces));
    }

    private void said(String text) {
        Objects.requireNonNull(twilio).onText(text, nowNs());
    }

    @Override
    public void dial(URI url, Map<String, String> headers, ConnectionListener listener) {
        listener.onOpened(
                new Connection() {
                    @Override
                    public void send(String text) {
                        line.sent++;
                    }

                    @Override
                    public void send(byte[] binary) {
                        line.sent++;
                    }

                    @Override
                    public void ping() {
                        listener.onPong(nowNs());
                    }

                    @Override
                    public void close(int code, String reason) {
                        // The session before gives way to the next.
                    }
                },
                nowNs());
        timers.after(1, () -> getReady(listener));
    }

    @Override
    public Timer after(long delayNs, Runnable action) {
        return timers.after(delayNs, action);
    }

    @Override
    public long nowNs() {
        return timers.nowNs();
    }

    /** What Twilio receives; marks come back with the next frame. */
    private final class Line implements Connection {
        private final ArrayDeque<String> marks = new ArrayDeque<>();
        private long sent;

        @Override
        public void send(String text) {
            sent++;
            int mark = text.indexOf("\"mark\":{\"name\":\"");
            if (mark >= 0) {
                marks.add(text.substring(mark + 16, text.indexOf('"', mark + 16)));
            }
        }

        @Override
        public void send(byte[] binary) {
            sent++;
        }

        @Override
        public void close(int code, String reason) {
            throw new IllegalStateException("closed: " + reason);
        }

        private void returnMarks() {
            while (marks.size() > 1) {
                said("{\"event\":\"mark\",\"sequenceNumber\":\"" + ++sequence + "\",\"streamSid\":\"" + STREAM
                        + "\",\"mark\":{\"name\":\"" + marks.remove() + "\"}}");
            }
        }
    }
}
