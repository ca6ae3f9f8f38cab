package dev.sidetone.bridge.agent;

import dev.sidetone.bridge.agent.AgentSettings.TurnDetection;
import dev.sidetone.bridge.agent.AgentSettings.Unreachable;
import dev.sidetone.bridge.agent.WireSettings.Shape;
import dev.sidetone.bridge.audio.AudioFormat;
import dev.sidetone.bridge.settings.InvalidSettingsException;
import dev.sidetone.bridge.settings.YamlNode;
import dev.sidetone.bridge.text.ForeignText;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An agent's settings as a YAML file gives them, over the defaults of its wire. Immutable, for any thread.
 *
 * @param agent the agent that the file is for, or null where it does not say
 * @param url where a compatible agent is, or null where it does not say
 */
public record AgentConfig(@Nullable String agent, @Nullable String url, AgentSettings settings) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
    private static final long SHORTEST_SESSION_MS = 20_000;
    private static final String AUDIO = "mulaw, pcm16@8000, pcm16@16000 or pcm16@24000";

    /** The name of the agent that {@code file} is for, if it says one. */
    public static Optional<String> agentOf(YamlNode file) throws InvalidSettingsException {
        YamlNode agent = root(file).get("agent").orElse(null);
        return agent == null ? Optional.empty() : Optional.of(agent.text());
    }

    /**
     * Reads {@code file}.
     *
     * @param service whose defaults stand where the file says nothing
     * @param variables what {@code ${NAME}} in a header stands for
     */
    public static AgentConfig of(YamlNode file, AgentService service, Function<String, Optional<String>> variables)
            throws InvalidSettingsException {
        YamlNode.Fields root = root(file);
        AgentSettings defaults = service.defaults();
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
                audio(root, service, defaults.audio()),
                ToolConfig.of(root),
                choice(root, "unreachable", Unreachable.APOLOGY),
                headers(root, variables),
                wire(root, service, defaults.wire()));
        return new AgentConfig(
                root.has("agent") ? root.need("agent").text() : null,
                root.has("url") ? root.need("url").text() : null,
                settings);
    }

    private static YamlNode.Fields root(YamlNode file) throws InvalidSettingsException {
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
                "headers",
                "transcription",
                "shape",
                "barge-in",
                "tool-results",
                "tool-model",
                "longest-session",
                "tool-calls",
                "stalled");
    }

    private static TurnDetection turnDetection(YamlNode.Fields root, TurnDetection defaults)
            throws InvalidSettingsException {
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

    private static AgentAudio audio(YamlNode.Fields root, AgentService service, AgentAudio otherwise)
            throws InvalidSettingsException {
        if (!root.has("audio")) {
            return otherwise;
        }
        YamlNode given = root.need("audio");
        AudioFormat format = AudioFormat.of(given.text())
                .orElseThrow(() -> given.wrong("no audio is called " + given.json() + "; there are " + AUDIO));
        return service.audio().stream()
                .filter(each -> each.up().equals(format))
                .findFirst()
                .orElseThrow(() -> given.wrong(service.name() + " has no " + format + " on its wire"));
    }

    private static WireSettings wire(YamlNode.Fields root, AgentService service, WireSettings usual)
            throws InvalidSettingsException {
        for (OptionalSetting setting : OptionalSetting.values()) {
            String key = setting.key();
            if (root.has(key) && !service.settings().contains(setting)) {
                throw root.need(key).wrong("\"" + key + "\" is not for " + service.name());
            }
        }
        String transcription = root.text("transcription", usual.transcription() == null ? "" : usual.transcription());
        return new WireSettings(
                transcription.isEmpty() ? null : transcription,
                shape(root, usual.shape()),
                choice(root, "barge-in", usual.bargeIn()),
                choice(root, "tool-results", usual.toolResults()),
                longestMs(root),
                toolModel(root, usual.toolModel()),
                choice(root, "tool-calls", usual.toolCalls()),
                choice(root, "stalled", usual.stalled()),
                null);
    }

    /** It cannot be done without: an empty one is the usual one. */
    private static @Nullable String toolModel(YamlNode.Fields root, @Nullable String usual)
            throws InvalidSettingsException {
        String given = root.has("tool-model") ? root.need("tool-model").text() : "";
        return given.isEmpty() ? usual : given;
    }

    private static Shape shape(YamlNode.Fields root, Shape usual) throws InvalidSettingsException {
        Shape shape = choice(root, "shape", usual);
        boolean otherRate = root.has("audio") && root.need("audio").text().matches("pcm16@(8|16)000");
        if (shape == Shape.BETA && otherRate) {
            throw root.need("audio").wrong("the beta shape has mulaw and pcm16@24000 only");
        }
        return shape;
    }

    private static long longestMs(YamlNode.Fields root) throws InvalidSettingsException {
        long longestMs = root.ms("longest-session", 0);
        if (root.has("longest-session") && longestMs < SHORTEST_SESSION_MS) {
            throw root.need("longest-session").wrong("a session lasts 20 s or more, not " + longestMs + " ms");
        }
        return longestMs;
    }

    /** One of an enum's words, as people write them: {@code hang-up} for {@code HANG_UP}. */
    private static <E extends Enum<E>> E choice(YamlNode.Fields root, String key, E otherwise)
            throws InvalidSettingsException {
        if (!root.has(key)) {
            return otherwise;
        }
        E[] all = otherwise.getDeclaringClass().getEnumConstants();
        String given = root.need(key).text();
        for (E each : all) {
            if (word(each).equals(given)) {
                return each;
            }
        }
        String first =
                Stream.of(all).limit(all.length - 1).map(AgentConfig::word).collect(Collectors.joining(", "));
        throw root.need(key)
                .wrong("expected " + first + " or " + word(all[all.length - 1]) + ", got \"" + given + "\"");
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Map<String, String> headers(YamlNode.Fields root, Function<String, Optional<String>> variables)
            throws InvalidSettingsException {
        Map<String, String> headers = new HashMap<>();
        if (root.has("headers")) {
            for (Map.Entry<String, YamlNode> header :
                    root.need("headers").entries().entrySet()) {
                String value = filled(header.getValue(), variables);
                ForeignText.hide(value);
                ForeignText.hide(value.substring(value.indexOf(' ') + 1));
                headers.put(header.getKey(), value);
            }
        }
        return headers;
    }

    private static String filled(YamlNode value, Function<String, Optional<String>> variables)
            throws InvalidSettingsException {
        Matcher variable = VARIABLE.matcher(value.text());
        StringBuilder filled = new StringBuilder();
        while (variable.find()) {
            String name = variable.group(1);
            String known = variables.apply(name).orElseThrow(() -> value.wrong(name + " is not set"));
            variable.appendReplacement(filled, Matcher.quoteReplacement(known));
        }
        return variable.appendTail(filled).toString();
    }
}
