package dev.sidetone.simulator.agent;

import dev.sidetone.bridge.settings.WrongFile;
import dev.sidetone.bridge.settings.YamlNode;
import dev.sidetone.simulator.agent.AgentScript.Act;
import dev.sidetone.simulator.agent.AgentScript.Deed;
import dev.sidetone.simulator.agent.AgentScript.Saying;
import dev.sidetone.simulator.agent.AgentScript.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A fake agent's script as a YAML file gives it, over the practice agent's. Stateless, for any thread. */
public final class ScriptFile {
    private static final Pattern FACTOR = Pattern.compile("(\\d+(?:\\.\\d+)?)x?");
    private static final List<String> ACTS = List.of("say", "tone", "call-tool", "transfer", "end");

    private ScriptFile() {}

    /** Reads {@code file}. */
    public static AgentScript of(YamlNode file) throws WrongFile {
        AgentScript practice = AgentScript.practice();
        YamlNode.Fields root = file.fields("endpointing", "burst", "greeting", "turns");
        AgentScript script = practice.withEndpointingMs(root.ms("endpointing", practice.endpointingMs()));
        if (root.has("burst")) {
            script = script.withBurst(burst(root.need("burst")));
        }
        if (root.has("greeting")) {
            script = script.withGreeting(new Saying.Words(root.need("greeting").text()));
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

    private static double burst(YamlNode given) throws WrongFile {
        Matcher factor = FACTOR.matcher(given.text());
        if (!factor.matches() || Double.parseDouble(factor.group(1)) <= 0) {
            throw given.wrong("expected a factor, as in 5x, got " + given.json());
        }
        return Double.parseDouble(factor.group(1));
    }

    private static Turn turn(YamlNode each, long thinkMs) throws WrongFile {
        YamlNode.Fields given = each.fields("think", "say", "tone", "call-tool", "arguments", "transfer", "end");
        List<String> acts = ACTS.stream().filter(given::has).toList();
        if (acts.size() != 1) {
            throw each.wrong("a turn does one thing: " + String.join(", ", ACTS));
        }
        return new Turn(given.ms("think", thinkMs), act(acts.get(0), given));
    }

    private static Act act(String kind, YamlNode.Fields given) throws WrongFile {
        YamlNode what = given.need(kind);
        return switch (kind) {
            case "say" -> new Saying.Words(what.text());
            case "tone" -> new Saying.Tone(what.time().toMillis());
            case "transfer" -> new Deed.Transfer(what.text());
            case "end" -> new Deed.End();
            default ->
                new Deed.CallTool(
                        what.text(),
                        given.has("arguments") ? given.need("arguments").json().toString() : "{}");
        };
    }
}
