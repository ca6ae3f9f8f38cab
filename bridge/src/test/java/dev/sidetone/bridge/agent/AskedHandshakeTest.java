package dev.sidetone.bridge.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.socket.DeafListener;
import dev.sidetone.bridge.socket.EventLoop;
import dev.sidetone.bridge.socket.MemoryNetwork;
import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.bridge.time.ManualTimers;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A vendor that gives out its WebSocket's address over HTTP, call by call. */
class AskedHandshakeTest {
    private static final long MS = 1_000_000;
    private static final URI SIGNED = URI.create("ws://sessions.example:80/v1?signature=abc");

    private final ManualTimers timers = new ManualTimers(1_000_000_000L);
    private final MemoryNetwork net = new MemoryNetwork(timers, MS);
    private final List<CompletableFuture<Handshake>> asked = new ArrayList<>();
    private final List<String> arrivals = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();

    @Test
    void theAgentIsConnectedToWhereItsVendorSays() {
        serve();
        AgentLeg agent = RemoteAgentLeg.connect(Asking::new, net, events(), warning -> {});
        timers.advance(500 * MS);
        assertThat(arrivals).isEmpty();

        agent.press('5');
        asked.get(0).complete(new Handshake(SIGNED, Map.of("X-Session", "one")));
        timers.advance(500 * MS);

        assertThat(arrivals).containsExactly("/v1?signature=abc one");
        assertThat(seen).containsExactly("pressed 5", "ready");
    }

    @Test
    void aKeyThatIsRefusedWhenAskingIsNamed() {
        RemoteAgentLeg.connect(Asking::new, net, events(), warning -> {});
        asked.get(0).completeExceptionally(new Handshake.Refused(401, "no"));
        timers.advance(500 * MS);

        assertThat(seen).containsExactly("failed agent-auth");
    }

    @Test
    void aVendorThatIsAtItsLimitIsAskedAgain() {
        serve();
        RemoteAgentLeg.connect(Asking::new, net, events(), warning -> {});
        asked.get(0).completeExceptionally(new Handshake.Refused(429, "later"));
        timers.advance(600 * MS);
        asked.get(1).complete(new Handshake(SIGNED, Map.of("X-Session", "two")));
        timers.advance(500 * MS);

        assertThat(seen).containsExactly("busy", "ready");
    }

    @Test
    void aVendorThatCannotBeAskedIsUnreachableAndOneThatNeverAnswersIsGivenUp() {
        RemoteAgentLeg.connect(Asking::new, net, events(), warning -> {});
        RemoteAgentLeg.connect(Asking::new, net, events(), warning -> {});
        asked.get(0).completeExceptionally(new IOException("no route"));
        timers.advance(11_000 * MS);

        assertThat(seen).containsExactly("failed agent-unreachable", "failed silent-agent");
    }

    @Test
    void nobodyIsConnectedToForACallThatIsOver() {
        serve();
        AgentLeg agent = RemoteAgentLeg.connect(Asking::new, net, events(), warning -> {});
        agent.hangUp();
        asked.get(0).complete(new Handshake(SIGNED, Map.of()));
        timers.advance(500 * MS);

        assertThat(arrivals).isEmpty();
        assertThat(seen).isEmpty();
    }

    private void serve() {
        net.serve("sessions.example:80", new RequestHandler() {
            @Override
            public Response answer(Request request, EventLoop loop) {
                return Response.text(404, "");
            }

            @Override
            public Upgrade upgrade(Request request, EventLoop loop) {
                arrivals.add(request.path() + "?" + request.query() + " "
                        + request.headers().get("x-session"));
                return new Upgrade.Accept(new DeafListener());
            }
        });
    }

    /** The line of {@link DialectTalk} for each event. */
    private AgentEvent.Handler events() {
        return (AgentEvent.Handler) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {AgentEvent.Handler.class}, (proxy, method, arguments) -> {
                    seen.add(DialectTalk.line((AgentEvent) arguments[0]));
                    return null;
                });
    }

    /** A dialect whose vendor is asked for the address, and which is ready as soon as it is connected. */
    private final class Asking implements AgentDialect {
        @Override
        public URI endpoint() {
            return URI.create("wss://agents.example/v1");
        }

        @Override
        public CompletableFuture<Handshake> handshake() {
            CompletableFuture<Handshake> handshake = new CompletableFuture<>();
            asked.add(handshake);
            return handshake;
        }

        @Override
        public int mostHeldFrames() {
            return 0;
        }

        @Override
        public void opened(AgentPort port, long atNs) {
            port.report(new AgentEvent.Ready(atNs));
        }

        @Override
        public void read(String text, AgentPort port, long atNs) {}

        @Override
        public void hear(MulawChunk audio, AgentPort port) {}

        @Override
        public void press(char digit, AgentPort port) {
            seen.add("pressed " + digit);
        }

        @Override
        public void interrupt(String answerId, long heardMs, AgentPort port) {}

        @Override
        public void giveResult(ToolResult result, AgentPort port) {}

        @Override
        public AgentFailure failure(int httpStatus, int closeCode, String reason) {
            return new AgentFailures("agents.example", "KEY").of(httpStatus, closeCode, reason);
        }
    }
}
