package dev.sidetone.simulator.agent;

import dev.sidetone.bridge.settings.InvalidSettingsException;
import dev.sidetone.bridge.settings.YamlNode;
import dev.sidetone.simulator.agent.AgentScript.Action;
import dev.sidetone.simulator.agent.AgentScript.Reply;
import dev.sidetone.simulator.agent.AgentScript.Turn;
import dev.sidetone.simulator.agent.AgentScript.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A fake agent's script as a YAML file gives it, over the practice agent's. Stateless, for any thread. */
public final class ScriptFile {
    private static final Pattern FACTOR = Pattern.compile("(\\d+(?:\\.\\d+)?)x?");
    private static final Pattern NUMBER = Pattern.compile("\\+\\d{4,15}");
    private static final double LEAST_BURST = 0.1;
    private static final double MOST_BURST = 1_000;
    private static final long LONGEST_TONE_MS = 300_000;
    private static final List<String> ACTS = List.of("say", "tone", "call-tool", "transfer", "end");

    private ScriptFile() {}

    /** Reads {@code file}. */
    public static AgentScript of(YamlNode file) throws InvalidSettingsException {
        AgentScript practice = AgentScript.practice();
        YamlNode.Fields root = file.fields("endpointing", "burst", "greeting", "turns");
        AgentScript script = practice.withEndpointingMs(root.ms("endpointing", practice.endpointingMs()));
        if (root.has("burst")) {
            script = script.withBurst(burst(root.need("burst")));
        }
        if (root.has("greeting")) {
            script = script.withGreeting(words(root.need("greeting")));
        }
        if (!root.has("turns")) {
            return script;
        }
        List<Turn> turns = new ArrayList<>();
        for (YamlNode each : root.need("turns").items()) {
            turns.add(turn(each, practice.thinkMs()));
        }
        if (turns.isEmpty()) {
            throw root.need("turns").wrong("at least one turn is needed");
        }
        return script.withTurns(turns).withoutExcuses();
    }

    private static double burst(YamlNode given) throws InvalidSettingsException {
        Matcher shape = FACTOR.matcher(given.text());
        double factor = shape.matches() ? Double.parseDouble(shape.group(1)) : 0;
        if (factor < LEAST_BURST || factor > MOST_BURST) {
            throw given.wrong("expected a factor of 0.1x to 1000x, as in 5x, got " + given.json());
        }
        return factor;
    }

    private static Turn turn(YamlNode each, long thinkMs) throws InvalidSettingsException {
        YamlNode.Fields given = each.fields("think", "say", "tone", "call-tool", "arguments", "transfer", "end");
        List<String> acts = ACTS.stream().filter(given::has).toList();
        if (acts.size() != 1) {
            throw each.wrong("a turn does one thing: " + String.join(", ", ACTS));
        }
        if (given.has("arguments") && !given.has("call-tool")) {
            throw given.need("arguments").wrong("only call-tool takes arguments");
        }
        return new Turn(given.ms("think", thinkMs), act(acts.get(0), given));
    }

    private static Reply act(String kind, YamlNode.Fields given) throws InvalidSettingsException {
        YamlNode what = given.need(kind);
        return switch (kind) {
            case "say" -> words(what);
            case "tone" -> tone(what);
            case "transfer" -> transfer(what);
            case "end" -> end(what);
            default -> new Action.CallTool(words(what).text(), arguments(given));
        };
    }

    private static Utterance.Words words(YamlNode given) throws InvalidSettingsException {
        if (given.text().isBlank()) {
            throw given.wrong("expected some words, got none");
        }
        return new Utterance.Words(given.text());
    }

    private static Reply tone(YamlNode given) throws InvalidSettingsException {
        long ms = given.time().toMillis();
        if (ms == 0 || ms > LONGEST_TONE_MS) {
            throw given.wrong("expected a tone of 1ms to 5m, got " + given.json());
        }
        return new Utterance.Tone(ms);
    }

    /** Without quotes YAML takes a number for a sum, and its plus is gone. */
    private static Reply transfer(YamlNode given) throws InvalidSettingsException {
        if (!NUMBER.matcher(given.text()).matches()) {
            throw given.wrong("expected a telephone number in quotes, as in \"+15550199\", got " + given.json());
        }
        return new Action.Transfer(given.text());
    }

    private static Reply end(YamlNode given) throws InvalidSettingsException {
        if (!given.json().asBoolean()) {
            throw given.wrong("expected true, got " + given.json() + ": leave the turn out");
        }
        return new Action.End();
    }

    private static String arguments(YamlNode.Fields given) throws InvalidSettingsException {
        if (!given.has("arguments")) {
            return "{}";
        }
        YamlNode arguments = given.need("arguments");
        if (!arguments.json().isObject()) {
            throw arguments.wrong("expected names and values, got " + arguments.json());
        }
        return arguments.json().toString();
    }
}
