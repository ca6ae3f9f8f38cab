package dev.sidetone.simulator.twilio;

import dev.sidetone.bridge.socket.CloseCause;
import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.bridge.time.ManualTimers;
import dev.sidetone.simulator.line.loop.LineLoop;
import dev.sidetone.simulator.line.net.Download;
import dev.sidetone.simulator.line.net.HttpAnswer;
import dev.sidetone.simulator.line.net.Network;
import dev.sidetone.simulator.line.net.StreamSocketListener;
import dev.sidetone.simulator.line.stream.DiscardedFacts;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.framing.Framedata;

/**
 * Plays a silent call in manual time before the first real one, so that the code is compiled by then. Interpreted code would make the first
 * seconds' frames late by as much as everything else together. Once a process, on the line thread; takes some 100 ms.
 */
final class WarmUp {
    private static final AtomicBoolean DONE = new AtomicBoolean();
    private static final Duration CALL = Duration.ofSeconds(60);
    private static final String TWIML = "<Response><Connect><Stream url='/'/></Connect></Response>";

    private WarmUp() {}

    /** Plays the call, unless it has been. */
    static void once() {
        if (DONE.compareAndSet(false, true)) {
            play();
        }
    }

    /** Plays the call and returns how many frames went out in it. */
    static int play() {
        ManualTimers timers = new ManualTimers(0);
        LineLoop loop = new LineLoop(timers, () -> {});
        Echo echo = new Echo(loop);
        CallPlan plan = CallPlan.to(URI.create("http://localhost/")).lasting(CALL);
        TwilioCall call = new TwilioCall(
                plan,
                new SilentCaller(),
                new DiscardedFacts(),
                loop,
                echo,
                text -> CompletableFuture.completedFuture(new byte[0]));
        call.place(Instant.EPOCH, false);
        for (long waitNs = loop.run(0); waitNs != LineLoop.NEVER; waitNs = loop.run(timers.nowNs())) {
            timers.advance(waitNs);
        }
        return echo.frames;
    }

    /** A network whose far end sends every frame back, with a mark. */
    private static final class Echo implements Network {
        private static final String MEDIA_EVENT = "{\"event\":\"media\"";

        private final LineLoop loop;
        private final Draft_6455 draft = new Draft_6455();
        private int frames;

        Echo(LineLoop loop) {
            this.loop = loop;
        }

        @Override
        public Link request(
                String method, URI url, Map<String, String> headers, String body, Consumer<HttpAnswer> answer) {
            answer.accept(new HttpAnswer.Answered(loop.nowNs(), url, 200, "text/xml", TWIML, false));
            return () -> {};
        }

        @Override
        public Link download(URI url, Map<String, String> headers, Consumer<Download> done) {
            return () -> {};
        }

        @Override
        public Link dial(URI url, Map<String, String> headers, StreamSocketListener listener) {
            listener.onOpened(new EchoWire(listener), loop.nowNs());
            return () -> {};
        }

        @Override
        public void close() {}

        private final class EchoWire implements Connection {
            private final StreamSocketListener listener;

            EchoWire(StreamSocketListener listener) {
                this.listener = listener;
            }

            @Override
            public void send(String text) {
                for (Framedata frame : draft.createFrames(text, true)) {
                    draft.createBinaryFrame(frame);
                }
                listener.onWritten(loop.nowNs());
                if (text.startsWith(MEDIA_EVENT)) {
                    frames++;
                    sayBack(text);
                }
            }

            private void sayBack(String media) {
                String sid = between(media, "\"streamSid\":\"");
                String payload = between(media, "\"payload\":\"");
                String head = "\",\"streamSid\":\"" + sid + "\",\"";
                listener.onText(
                        "{\"event\":\"media" + head + "media\":{\"payload\":\"" + payload + "\"}}", loop.nowNs());
                listener.onText("{\"event\":\"mark" + head + "mark\":{\"name\":\"m\"}}", loop.nowNs());
            }

            private static String between(String text, String before) {
                int start = text.indexOf(before) + before.length();
                return text.substring(start, text.indexOf('"', start));
            }

            @Override
            public void send(byte[] binary) {}

            @Override
            public void close(int code, String reason) {
                listener.onClosed(CloseCause.byOwner(code, reason), loop.nowNs());
            }
        }
    }
}
