package dev.sidetone.bridge.agent;

import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.time.ManualTimers;
import dev.sidetone.bridge.time.Timers;
import dev.sidetone.fuzz.FuzzedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an agent sends to the bridge on one wire: a line each, of which one that begins with a byte below a blank is a binary message. The call
 * hears, presses and interrupts between them.
 */
abstract class AgentEventsFuzz extends FuzzedReader {
    private static final MulawChunk SILENCE = MulawChunk.of(new byte[160]);

    private final List<AgentService> wires;
    private final String sample;

    /** @param sample its traffic among the fixtures */
    AgentEventsFuzz(String sample, AgentService... wires) {
        this.sample = sample;
        this.wires = List.of(wires);
    }

    @Override
    protected Set<Class<? extends Exception>> declared() {
        return Set.of();
    }

    @Override
    protected List<byte[]> further() {
        try (InputStream file = AgentEventsFuzz.class.getResourceAsStream("/wire/" + sample)) {
            String said = new String(file == null ? new byte[0] : file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("< "))
                    .map(line -> line.substring(2))
                    .collect(Collectors.joining("\n"));
            return List.of(said.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected void read(byte[] input) {
        for (AgentService wire : wires) {
            AgentDialect dialect = DialectTalk.dialect(wire, wire.defaults());
            Port port = new Port();
            dialect.opened(port, port.timers.nowNs());
            int begin = 0;
            for (int end = 0; end <= input.length; end++) {
                if (end == input.length || input[end] == '\n') {
                    message(dialect, port, input, begin, end);
                    begin = end + 1;
                }
            }
            dialect.giveResult(new ToolResult("c1", "{}", false), port);
            dialect.leave(port);
            port.timers.advance(60_000_000_000L);
            dialect.failure(400, 4000, text(input));
        }
    }

    private static void message(AgentDialect dialect, Port port, byte[] input, int begin, int end) {
        port.timers.advance(10_000_000);
        if (begin < end && input[begin] >= 0 && input[begin] < ' ') {
            byte[] binary = new byte[end - begin];
            System.arraycopy(input, begin, binary, 0, binary.length);
            dialect.read(binary, port, port.timers.nowNs());
        } else {
            String text = new String(input, begin, end - begin, StandardCharsets.UTF_8);
            dialect.read(text, port, port.timers.nowNs());
        }
        dialect.hear(SILENCE, port);
        dialect.press('5', port);
        if (!port.answer.isEmpty()) {
            dialect.interrupt(port.answer, 20, port);
        }
    }

    /** Takes everything and keeps the answer that came last. */
    private static final class Port implements AgentPort {
        private final ManualTimers timers = new ManualTimers(1_000_000_000L);
        private String answer = "";

        @Override
        public void send(String text) {}

        @Override
        public void send(byte[] binary) {}

        @Override
        public void report(AgentEvent event) {
            if (event instanceof AgentEvent.Audio audio) {
                answer = audio.answerId();
            }
        }

        @Override
        public void warn(String what) {}

        @Override
        public long nsUntil(long epochSecond) {
            return 0;
        }

        @Override
        public Timers timers() {
            return timers;
        }
    }
}
