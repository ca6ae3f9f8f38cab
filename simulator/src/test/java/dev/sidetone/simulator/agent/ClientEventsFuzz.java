package dev.sidetone.simulator.agent;

import dev.sidetone.bridge.socket.CloseCause;
import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.bridge.socket.ConnectionListener;
import dev.sidetone.bridge.socket.MemoryNetwork;
import dev.sidetone.bridge.time.ManualTimers;
import dev.sidetone.fuzz.FuzzedReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a client sends to the fake of one wire: a line each, of which one that begins with a byte below a blank is a binary message. */
abstract class ClientEventsFuzz extends FuzzedReader {
    private static final long MS = 1_000_000;

    private final String target;
    private final Map<String, String> headers;
    private final FakeAgent agent;

    /**
     * @param headers of the handshake
     * @param target a path with its query
     */
    ClientEventsFuzz(FakeService service, Map<String, String> headers, String target) {
        this.headers = headers;
        this.target = target;
        AgentScript.Utterance tone = new AgentScript.Utterance.Tone(200);
        AgentScript script =
                AgentScript.practice().withGreeting(tone).withTurns(List.of(new AgentScript.Turn(50, tone)));
        agent = new FakeAgent(service, script, Set.of(), new AgentVoice(), PhoneClient.CALENDAR);
        agent.ready().join();
    }

    @Override
    protected Set<Class<? extends Exception>> declared() {
        return Set.of();
    }

    /** A session answers for a second, in sound. */
    @Override
    protected long mostBytes(int length) {
        return super.mostBytes(length) + (32 << 20);
    }

    @Override
    protected void read(byte[] input) {
        ManualTimers timers = new ManualTimers(5_000_000_000L);
        MemoryNetwork net = new MemoryNetwork(timers, MS);
        net.serve("agent:80", agent);
        Client client = new Client();
        net.dial(URI.create("ws://agent:80" + target), headers, client);
        timers.advance(20 * MS);
        int begin = 0;
        for (int end = 0; end <= input.length; end++) {
            if (end == input.length || input[end] == '\n') {
                client.send(Arrays.copyOfRange(input, begin, end));
                timers.advance(5 * MS);
                begin = end + 1;
            }
        }
        timers.advance(400 * MS);
        client.close();
        timers.advance(100 * MS);
    }

    private static final class Client implements ConnectionListener {
        private @Nullable Connection wire;

        void send(byte[] message) {
            Connection open = wire;
            if (open == null || message.length == 0) {
                return;
            }
            if (message[0] >= 0 && message[0] < ' ') {
                open.send(message);
            } else {
                open.send(new String(message, StandardCharsets.UTF_8));
            }
        }

        void close() {
            if (wire != null) {
                wire.close(1000, "");
            }
        }

        @Override
        public void onOpened(Connection connection, long atNs) {
            wire = connection;
        }

        @Override
        public void onText(String text, long atNs) {}

        @Override
        public void onBinary(byte[] bytes, long atNs) {}

        @Override
        public void onClosed(CloseCause cause, long atNs) {
            wire = null;
        }

        @Override
        public void onFailed(int httpStatus, String why, long atNs) {
            throw new AssertionError("refused with " + httpStatus + ": " + why);
        }
    }
}
