package dev.sidetone.simulator.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.socket.CloseCause;
import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.bridge.time.ManualTimers;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.caller.Handset;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.fault.FaultInjector;
import dev.sidetone.simulator.line.fault.LineFaults;
import dev.sidetone.simulator.line.loop.LineLoop;
import dev.sidetone.simulator.line.net.Download;
import dev.sidetone.simulator.line.net.HttpAnswer;
import dev.sidetone.simulator.line.net.Network;
import dev.sidetone.simulator.line.net.StreamSocketListener;
import dev.sidetone.simulator.line.sound.CallTap;
import dev.sidetone.simulator.line.sound.Sound;
import dev.sidetone.simulator.line.stream.DiscardedFacts;
import dev.sidetone.simulator.line.stream.InvalidMessage;
import dev.sidetone.simulator.line.stream.StreamObserver;
import dev.sidetone.simulator.line.stream.StreamRequest;
import dev.sidetone.simulator.line.stream.Track;
import dev.sidetone.simulator.line.stream.TwoWayProtocol;
import dev.sidetone.simulator.timeline.EndedBy;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The line under a carrier of the test's own: it needs no Twilio. */
class LineCallTest {
    private static final URI SERVER = URI.create("wss://example.com/stream");
    private static final LineFrame VOICE = frame(0x21);
    private static final LineFrame ANSWER = frame(0x42);

    private final ManualTimers timers = new ManualTimers(0);
    private final LineLoop loop = new LineLoop(timers, () -> {});
    private final Server server = new Server();
    private final Talker talker = new Talker();
    private final Reports reports = new Reports();
    private final LineCall call = new LineCall(
            loop,
            server,
            talker,
            new FaultInjector(LineFaults.NONE, 7, new DiscardedFacts()),
            new DiscardedFacts(),
            reports);

    @Test
    void aTapHearsBothSidesOfACallUntilItIsTakenOff() {
        List<LineFrame> said = new ArrayList<>();
        List<LineFrame> heard = new ArrayList<>();
        CallTap tap = (saidNow, heardNow, deadlineNs) -> {
            said.add(saidNow);
            heard.add(heardNow);
        };
        call.audio().tap(tap);
        call.answer();
        call.audio().play(Sound.words(ANSWER.mulaw(), 2), () -> call.audio().untap(tap));

        passMs(200);

        assertThat(said).containsExactly(VOICE, VOICE);
        assertThat(heard).containsExactly(ANSWER, ANSWER);
        assertThat(talker.heard).startsWith(ANSWER, ANSWER, LineFrame.SILENCE);
    }

    @Test
    void anotherCarriersStreamIsAnotherProtocolAlone() {
        call.streams().connect(request(), new PlainProtocol(), (fault, why) -> call.hangUp(EndedBy.SERVER, why));
        server.opens();
        passMs(10);
        server.says("play " + base64(ANSWER));
        server.says("mark end");
        passMs(60);
        server.closes();
        passMs(20);

        assertThat(server.received).startsWith("hello", "audio 1 " + base64(VOICE));
        assertThat(server.received).contains("reached end");
        assertThat(talker.heard).contains(ANSWER);
        assertThat(reports.answered).isEqualTo(1);
        assertThat(reports.endings).singleElement().satisfies(ending -> {
            assertThat(ending.answered()).isTrue();
            assertThat(ending.by()).isEqualTo(EndedBy.SERVER);
        });
    }

    @Test
    void aCallThatNobodyAnswersEndsForACause() {
        call.reject(ReleaseCause.BUSY, EndedBy.CALLER, "engaged");
        call.hangUp(EndedBy.SERVER, "too late");

        assertThat(reports.endings)
                .containsExactly(new CallEnding(EndedBy.CALLER, "engaged", false, ReleaseCause.BUSY));
        assertThat(talker.heard).isEmpty();
    }

    private void passMs(int ms) {
        for (int i = 0; i < ms; i++) {
            timers.advance(1_000_000);
            loop.run(timers.nowNs());
        }
    }

    private static StreamRequest request() {
        return new StreamRequest(SERVER, Map.of(), "S1", "", Track.INBOUND, false, new StreamObserver() {
            @Override
            public void started() {}

            @Override
            public void stopped() {}

            @Override
            public void failed(String code) {}
        });
    }

    private static LineFrame frame(int code) {
        byte[] mulaw = new byte[LineFrame.BYTES];
        Arrays.fill(mulaw, (byte) code);
        return LineFrame.of(mulaw);
    }

    private static String base64(LineFrame frame) {
        return Base64.getEncoder().encodeToString(frame.mulaw());
    }

    /** A carrier whose messages are words in plain text. */
    private static final class PlainProtocol implements TwoWayProtocol {
        @Override
        public List<String> opening() {
            return List.of("hello");
        }

        @Override
        public String media(Track track, LineFrame frame, long chunk, long deadlineNs) {
            return "audio " + chunk + " " + base64(frame);
        }

        @Override
        public String key(char key) {
            return "key " + key;
        }

        @Override
        public String mark(String name) {
            return "reached " + name;
        }

        @Override
        public String stop() {
            return "goodbye";
        }

        @Override
        public void read(String text, Receiver receiver) throws InvalidMessage {
            String[] words = text.split(" ", 2);
            switch (words[0]) {
                case "play" -> receiver.media(Base64.getDecoder().decode(words[1]));
                case "mark" -> receiver.mark(words[1]);
                case "clear" -> receiver.clear();
                default -> throw new InvalidMessage("An unknown word came.", "Send play, mark and clear only.");
            }
        }
    }

    /** The server at the other end of the only stream. */
    private final class Server implements Network {
        final List<String> received = new ArrayList<>();
        private @Nullable StreamSocketListener listener;

        void opens() {
            StreamSocketListener open = listener();
            open.onOpened(
                    new Connection() {
                        @Override
                        public void send(String text) {
                            received.add(text);
                            open.onWritten(timers.nowNs());
                        }

                        @Override
                        public void send(byte[] binary) {}

                        @Override
                        public void close(int code, String reason) {
                            open.onClosed(CloseCause.byOwner(code, reason), timers.nowNs());
                        }
                    },
                    timers.nowNs());
        }

        void says(String text) {
            listener().onText(text, timers.nowNs());
        }

        void closes() {
            listener().onClosed(CloseCause.byPeer(1000, ""), timers.nowNs());
        }

        private StreamSocketListener listener() {
            return Objects.requireNonNull(listener, "no stream was dialled");
        }

        @Override
        public Link dial(URI url, Map<String, String> headers, StreamSocketListener dialled) {
            listener = dialled;
            return () -> {};
        }

        @Override
        public Link request(
                String method, URI url, Map<String, String> headers, String body, Consumer<HttpAnswer> answer) {
            return () -> {};
        }

        @Override
        public Link download(URI url, Map<String, String> headers, Consumer<Download> done) {
            return () -> {};
        }

        @Override
        public void close() {}
    }

    private static final class Talker implements Caller {
        final List<LineFrame> heard = new ArrayList<>();

        @Override
        public void answered(Handset handset) {}

        @Override
        public void ear(LineFrame frame) {
            heard.add(frame);
        }

        @Override
        public LineFrame mouth() {
            return VOICE;
        }

        @Override
        public void hungUp() {}

        @Override
        public boolean knowsItsEdges() {
            return false;
        }
    }

    private static final class Reports implements CallObserver {
        final List<CallEnding> endings = new ArrayList<>();
        int answered;

        @Override
        public void answered() {
            answered++;
        }

        @Override
        public void key(char key) {}

        @Override
        public void found(Finding finding) {}

        @Override
        public void ending(CallEnding ending) {}

        @Override
        public void ended(CallEnding ending) {
            endings.add(ending);
        }
    }
}
