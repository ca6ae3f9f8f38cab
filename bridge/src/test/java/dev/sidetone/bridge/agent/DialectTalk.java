package dev.sidetone.bridge.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.time.ManualTimers;
import dev.sidetone.bridge.time.Timers;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a dialect has at hand, played by a test: takes down what it sends and what it tells, a line each. */
final class DialectTalk implements AgentPort {
    private static final JsonMapper JSON = new JsonMapper();

    final List<String> told = new ArrayList<>();
    final List<String> warned = new ArrayList<>();
    final List<String> failures = new ArrayList<>();
    /** The sound that came last, as it goes to Twilio. */
    String sound = "";

    final List<JsonNode> sent = new ArrayList<>();
    /** The kinds of what was sent, with the tag of what was binary. */
    final List<String> kinds = new ArrayList<>();

    final ManualTimers timers = new ManualTimers(1_000_000_000L);

    static AgentDialect dialect(AgentService wire, AgentSettings settings) {
        return new BridgeConfig.Agent("a", wire, URI.create("wss://agent.example/v1"), "k", settings).dialect();
    }

    /** The agent says {@code singleQuoted}, 10 ms later. */
    void say(AgentDialect dialect, String singleQuoted) {
        timers.advance(10_000_000);
        dialect.read(singleQuoted.replace('\'', '"'), this, timers.nowNs());
    }

    @Override
    public void send(String text) {
        JsonNode message = json(text);
        sent.add(message);
        kinds.add("> " + message.path("type").asText());
    }

    @Override
    public void send(byte[] binary) {
        JsonNode message = json(new String(binary, 1, binary.length - 1, StandardCharsets.UTF_8));
        sent.add(message);
        kinds.add(">0x0" + binary[0] + " " + message.path("type").asText());
    }

    @Override
    public void warn(String what) {
        warned.add(what);
    }

    @Override
    public void report(AgentEvent event) {
        told.add(line(event));
        if (event instanceof AgentEvent.Audio audio) {
            sound = audio.chunk().base64();
        } else if (event instanceof AgentEvent.Failed failed) {
            failures.add(failed.failure().what());
        }
    }

    static String line(AgentEvent event) {
        if (event instanceof AgentEvent.Audio audio) {
            return audio.answerId() + " " + audio.chunk().bytes() + " bytes";
        }
        if (event instanceof AgentEvent.Said said) {
            return said.speaker() + " " + said.text();
        }
        if (event instanceof AgentEvent.ToolCalled call) {
            return "tool " + call.callId() + " " + call.name() + " " + call.arguments();
        }
        if (event instanceof AgentEvent.Flawed flawed) {
            return "flawed " + flawed.flaw() + " " + flawed.what();
        }
        if (event instanceof AgentEvent.Failed failed) {
            return "failed " + failed.failure().code();
        }
        String kind = event.getClass().getSimpleName();
        return kind.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    @Override
    public long nsUntil(long epochSecond) {
        return 0;
    }

    @Override
    public Timers timers() {
        return timers;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
