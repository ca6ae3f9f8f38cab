package dev.sidetone.bridge.agent;

import dev.sidetone.bridge.agent.AgentSettings.TurnDetection;
import dev.sidetone.bridge.agent.AgentSettings.Unreachable;
import dev.sidetone.bridge.audio.AudioFormat;
import dev.sidetone.bridge.settings.WrongFile;
import dev.sidetone.bridge.settings.YamlNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An agent's settings as a YAML file gives them, over the defaults of its wire. Immutable, for any thread.
 *
 * @param agent the agent that the file is for, or null where it does not say
 * @param url where a compatible agent is, or null where it does not say
 */
public record AgentConfig(@Nullable String agent, @Nullable String url, AgentSettings settings) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
    private static final String AUDIO = "mulaw, pcm16@8000, pcm16@16000 or pcm16@24000";

    /** The name of the agent that {@code file} is for, if it says one. */
    public static Optional<String> agentOf(YamlNode file) throws WrongFile {
        YamlNode agent = root(file).get("agent").orElse(null);
        return agent == null ? Optional.empty() : Optional.of(agent.text());
    }

    /**
     * Reads {@code file}.
     *
     * @param wire whose defaults stand where the file says nothing
     * @param variables what {@code ${NAME}} in a header stands for
     */
    public static AgentConfig of(YamlNode file, AgentWire wire, Function<String, Optional<String>> variables)
            throws WrongFile {
        YamlNode.Fields root = root(file);
        AgentSettings defaults = AgentSettings.of(wire);
        String greeting = defaults.greeting();
        if (root.has("greeting")) {
            YamlNode given = root.need("greeting");
            greeting = given.json().isNull() || given.text().isEmpty() ? null : given.text();
        }
        AgentSettings settings = new AgentSettings(
                root.text("model", defaults.model()),
                root.text("voice", defaults.voice()),
                root.text("instructions", defaults.instructions()),
                greeting,
                turnDetection(root, defaults.turnDetection()),
                audio(root, wire, defaults.audio()),
                tools(root),
                unreachable(root),
                headers(root, variables));
        return new AgentConfig(
                root.has("agent") ? root.need("agent").text() : null,
                root.has("url") ? root.need("url").text() : null,
                settings);
    }

    private static YamlNode.Fields root(YamlNode file) throws WrongFile {
        return file.fields(
                "agent",
                "model",
                "voice",
                "instructions",
                "greeting",
                "audio",
                "turn-detection",
                "unreachable",
                "tools",
                "url",
                "headers");
    }

    private static TurnDetection turnDetection(YamlNode.Fields root, TurnDetection defaults) throws WrongFile {
        if (!root.has("turn-detection")) {
            return defaults;
        }
        YamlNode.Fields given = root.need("turn-detection").fields("type", "threshold", "silence");
        double threshold = defaults.threshold();
        if (given.has("threshold")) {
            threshold = given.need("threshold").number();
            if (threshold < 0 || threshold > 1) {
                throw given.need("threshold").wrong("a threshold is 0 to 1, not " + threshold);
            }
        }
        int silenceMs = Math.toIntExact(given.ms("silence", defaults.silenceMs()));
        return new TurnDetection(given.text("type", defaults.type()), threshold, silenceMs);
    }

    private static AudioFormat audio(YamlNode.Fields root, AgentWire wire, AudioFormat otherwise) throws WrongFile {
        if (!root.has("audio")) {
            return otherwise;
        }
        YamlNode given = root.need("audio");
        AudioFormat format = AudioFormat.of(given.text())
                .orElseThrow(() -> given.wrong("no audio is called " + given.json() + "; there are " + AUDIO));
        if (!wire.carries(format)) {
            throw given.wrong(wire.text() + " has no " + format + " on its wire");
        }
        return format;
    }

    private static Unreachable unreachable(YamlNode.Fields root) throws WrongFile {
        String text = root.text("unreachable", "apology");
        for (Unreachable each : Unreachable.values()) {
            if (each.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
                return each;
            }
        }
        throw root.need("unreachable").wrong("expected apology, transfer or hang-up, got \"" + text + "\"");
    }

    private static Map<String, String> headers(YamlNode.Fields root, Function<String, Optional<String>> variables)
            throws WrongFile {
        Map<String, String> headers = new HashMap<>();
        if (root.has("headers")) {
            for (Map.Entry<String, YamlNode> header :
                    root.need("headers").entries().entrySet()) {
                headers.put(header.getKey(), filled(header.getValue(), variables));
            }
        }
        return headers;
    }

    private static String filled(YamlNode value, Function<String, Optional<String>> variables) throws WrongFile {
        Matcher variable = VARIABLE.matcher(value.text());
        StringBuilder filled = new StringBuilder();
        while (variable.find()) {
            String name = variable.group(1);
            String known = variables.apply(name).orElseThrow(() -> value.wrong(name + " is not set"));
            variable.appendReplacement(filled, Matcher.quoteReplacement(known));
        }
        return variable.appendTail(filled).toString();
    }

    private static List<AgentTool> tools(YamlNode.Fields root) throws WrongFile {
        List<AgentTool> tools = new ArrayList<>();
        if (root.has("tools")) {
            for (YamlNode each : root.need("tools").items()) {
                tools.add(each.json().has("builtin") ? builtin(each) : own(each));
            }
        }
        return tools;
    }

    private static AgentTool builtin(YamlNode each) throws WrongFile {
        YamlNode name = each.fields("builtin").need("builtin");
        AgentTool tool = AgentTool.builtin(name.text());
        if (tool == null) {
            throw name.wrong(
                    "no tool " + name.json() + " is built in; there are: " + String.join(", ", AgentTool.BUILTIN));
        }
        return tool;
    }

    private static AgentTool own(YamlNode each) throws WrongFile {
        YamlNode.Fields given = each.fields("name", "description", "parameters", "http", "timeout", "builtin");
        YamlNode http = given.need("http");
        YamlNode parameters = given.get("parameters").orElse(null);
        if (parameters != null && !parameters.json().isObject()) {
            throw parameters.wrong("expected a JSON Schema of type object, got " + parameters.json());
        }
        return new AgentTool(
                given.need("name").text(),
                given.text("description", ""),
                parameters == null
                        ? "{\"type\":\"object\",\"properties\":{}}"
                        : parameters.json().toString(),
                address(http),
                Math.toIntExact(given.ms("timeout", AgentTool.DEFAULT_TIMEOUT_MS)));
    }

    private static URI address(YamlNode http) throws WrongFile {
        try {
            URI address = new URI(http.text());
            if (address.getHost() != null && String.valueOf(address.getScheme()).matches("https?")) {
                return address;
            }
        } catch (URISyntaxException e) {
            // Told below, like every other address that is none.
        }
        throw http.wrong("expected an http or https address, got " + http.json());
    }
}
