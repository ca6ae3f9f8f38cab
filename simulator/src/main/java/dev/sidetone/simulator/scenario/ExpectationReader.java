package dev.sidetone.simulator.scenario;

import dev.sidetone.bridge.settings.InvalidSettingsException;
import dev.sidetone.bridge.settings.YamlNode;
import dev.sidetone.bridge.settings.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what must hold after the caller said or pressed something. Stateless. */
final class ExpectationReader {
    private static final Set<String> OF_AN_INTERRUPTION = Set.of("clear", "silence", "yields");
    /** A telephone number as people write one, or an address of another kind that calls are put through to. */
    private static final Pattern DESTINATION =
            Pattern.compile("\\+?[\\d(][\\d .()-]{2,30}|(?:sip|client|queue|conference):\\S+");

    /** What the caller did last. */
    enum After {
        NOTHING,
        LISTENING,
        SAYING,
        INTERRUPTING,
        PROBING,
        PRESSING
    }

    private ExpectationReader() {}

    static List<Expectation> expectations(YamlNode expect, After after) throws InvalidSettingsException {
        expect.fields("clear", "silence", "yields", "agent-said", "tool", "transfer", "finding");
        if (expect.entries().isEmpty()) {
            throw expect.wrong("nothing is expected here: write for instance { agent-said: \"table\" }");
        }
        if (after == After.NOTHING) {
            throw expect.wrong("nothing was said, pressed or heard before, and so there is nothing to judge:"
                    + " put this behind a say, a press or a hear");
        }
        List<Expectation> all = new ArrayList<>();
        for (Map.Entry<String, YamlNode> each : expect.entries().entrySet()) {
            all.add(expectation(each.getKey(), each.getValue(), after));
        }
        return all;
    }

    private static Expectation expectation(String name, YamlNode given, After after) throws InvalidSettingsException {
        if (after == After.PROBING && OF_AN_INTERRUPTION.contains(name) && !name.equals("yields")) {
            throw given.wrong("\"" + name + "\" judges an interruption by words, and a probe was heard before:"
                    + " of a probe only yields is expected");
        }
        if (OF_AN_INTERRUPTION.contains(name) && after != After.INTERRUPTING && after != After.PROBING) {
            throw given.wrong("\"" + name + "\" judges an interruption, and "
                    + (after == After.PRESSING ? "keys were pressed" : "nobody was interrupted")
                    + " before: put it behind a say with interrupt: 800ms, or another time");
        }
        String text = name + ": " + YamlText.line(given.json());
        return switch (name) {
            case "clear" -> new Expectation.Clear(text, given.time().toMillis());
            case "silence" -> new Expectation.Silence(text, given.time().toMillis());
            case "yields" -> new Expectation.Yields(text, yesOrNo(given));
            case "agent-said" -> new Expectation.AgentSaid(text, ScenarioFile.words(given));
            case "tool" -> new Expectation.Tool(text, ScenarioFile.words(given));
            case "transfer" -> new Expectation.Transfer(text, destination(given));
            default -> new Expectation.Finding(text, WholeReader.code(given));
        };
    }

    private static boolean yesOrNo(YamlNode given) throws InvalidSettingsException {
        if (!given.json().isBoolean()) {
            throw given.wrong("expected true (the agent stops) or false (it talks on), got " + given.json());
        }
        return given.json().booleanValue();
    }

    private static String destination(YamlNode given) throws InvalidSettingsException {
        if (!given.json().isTextual() || !DESTINATION.matcher(given.text()).matches()) {
            throw given.wrong("expected a telephone number in quotes, as in \"+15550199\", got " + given.json());
        }
        return given.text();
    }
}
