package dev.sidetone.simulator.scenario;

import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.sidetone.bridge.settings.InvalidSettingsException;
import dev.sidetone.bridge.settings.Spelling;
import dev.sidetone.bridge.settings.YamlFile;
import dev.sidetone.bridge.settings.YamlNode;
import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.WebhookUrl;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.line.fault.FaultKinds;
import dev.sidetone.simulator.line.fault.InjectedFault;
import dev.sidetone.simulator.line.fault.LineFaults;
import dev.sidetone.simulator.rig.AgentChoice;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A scenario as a YAML file gives it, with the sounds that it names: whatever is wrong in it is found before any call. Its keys are those of
 * {@code scenario.schema.json}. Stateless, for any thread.
 */
public final class ScenarioFile {
    private static final int MOST_WRONG = 3;

    private ScenarioFile() {}

    /**
     * Reads {@code file} and the sounds and the script that it names.
     *
     * @throws WrongSetting with file, line, what is wrong there and what was meant
     */
    public static Scenario read(Path file) throws WrongSetting {
        try {
            return of(file, YamlFile.read(file), new ScenarioFolder(file));
        } catch (InvalidSettingsException e) {
            throw new WrongSetting(String.valueOf(e.getMessage()), e);
        }
    }

    static Scenario of(Path file, YamlNode root, FilesBeside files) throws InvalidSettingsException {
        YamlNode.Fields given = root.fields("name", "call", "line", "steps", "expect");
        String name = given.has("name") ? words(given.need("name")) : nameOf(file);
        return new Scenario(
                ForeignText.line(name),
                file,
                given.has("call") ? call(given.need("call"), files) : Scenario.Dialled.USUAL,
                given.has("line") ? line(given.need("line")) : Scenario.Line.CLEAR,
                StepReader.steps(given.need("steps"), files),
                given.has("expect") ? WholeReader.whole(given.need("expect")) : Scenario.Whole.NOTHING);
    }

    private static String nameOf(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static Scenario.Dialled call(YamlNode call, FilesBeside files) throws InvalidSettingsException {
        YamlNode.Fields given = call.fields("to", "from", "number", "agent", "script", "params", "duration");
        return new Scenario.Dialled(
                given.has("to") ? webhook(given.need("to")) : null,
                given.has("from") ? number(given.need("from")) : null,
                given.has("number") ? number(given.need("number")) : null,
                given.has("agent") ? agent(given.need("agent")) : null,
                given.has("script") ? files.script(given.need("script")) : null,
                given.has("params") ? parameters(given.need("params")) : Map.of(),
                given.has("duration") ? length(given.need("duration")) : null);
    }

    private static URI webhook(YamlNode given) throws InvalidSettingsException {
        try {
            return WebhookUrl.of(given.text());
        } catch (WrongSetting e) {
            throw given.wrong(String.valueOf(e.getMessage()));
        }
    }

    /** Without quotes YAML takes a telephone number for a sum, and its plus is gone. */
    private static String number(YamlNode given) throws InvalidSettingsException {
        if (!given.json().isTextual() || given.text().isBlank()) {
            throw given.wrong("expected a telephone number in quotes, as in \"+15550100\", got " + given.json());
        }
        return given.text();
    }

    private static String agent(YamlNode given) throws InvalidSettingsException {
        String name = given.text();
        if (!AgentChoice.NAMES.contains(name)) {
            throw given.wrong("no agent " + name
                    + Spelling.nearest(name, AgentChoice.NAMES, MOST_WRONG)
                            .map(known -> ": is " + known + " meant?")
                            .orElse("; there are: " + String.join(", ", AgentChoice.NAMES)));
        }
        return name;
    }

    private static Map<String, String> parameters(YamlNode given) throws InvalidSettingsException {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (Map.Entry<String, YamlNode> each : given.entries().entrySet()) {
            parameters.put(each.getKey(), each.getValue().text());
        }
        return parameters;
    }

    private static Duration length(YamlNode given) throws InvalidSettingsException {
        Duration length = given.time();
        if (length.isZero()) {
            throw given.wrong("a call that ends at once has no steps: write a time such as 30s, or leave it out");
        }
        return length;
    }

    private static Scenario.Line line(YamlNode line) throws InvalidSettingsException {
        Long seed = null;
        List<InjectedFault> faults = new ArrayList<>();
        for (Map.Entry<String, YamlNode> each : line.entries().entrySet()) {
            if (each.getKey().equals("seed")) {
                seed = seed(each.getValue());
            } else {
                faults.add(fault(each.getKey(), each.getValue()));
            }
        }
        return new Scenario.Line(new LineFaults(faults), seed);
    }

    private static Long seed(YamlNode given) throws InvalidSettingsException {
        if (!given.json().isIntegralNumber() || !given.json().canConvertToLong()) {
            throw given.wrong("expected a whole number of at most 18 digits, got " + given.json());
        }
        return given.json().longValue();
    }

    private static InjectedFault fault(String name, YamlNode given) throws InvalidSettingsException {
        if (!FaultKinds.names().contains(name)) {
            List<String> known = new ArrayList<>(FaultKinds.names());
            known.add("seed");
            throw given.wrong("'" + name + "' is no line fault"
                    + Spelling.nearest(name, known, MOST_WRONG)
                            .map(meant -> ": is " + meant + " meant?")
                            .orElse("; there are " + String.join(" ", known)));
        }
        try {
            return InjectedFault.parse(name + value(name, given));
        } catch (InjectedFault.Unreadable e) {
            throw given.wrong(String.valueOf(e.getMessage()));
        }
    }

    /** What stands behind the fault's name on a command line. */
    private static String value(String name, YamlNode given) throws InvalidSettingsException {
        if (given.json().isNull() || given.json().equals(BooleanNode.FALSE)) {
            throw given.wrong("expected a value, or true where " + name + " is to have its usual one, got "
                    + given.json() + ": leave the line out to have no fault");
        }
        String text = given.text();
        return given.json().isBoolean() ? "" : text.startsWith("@") ? text : "=" + text;
    }

    static String words(YamlNode given) throws InvalidSettingsException {
        if (given.text().isBlank()) {
            throw given.wrong("expected some words, got none");
        }
        return given.text();
    }
}
