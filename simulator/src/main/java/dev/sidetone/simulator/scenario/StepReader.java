package dev.sidetone.simulator.scenario;

import dev.sidetone.bridge.json.JsonText;
import dev.sidetone.bridge.settings.InvalidSettingsException;
import dev.sidetone.bridge.settings.YamlNode;
import dev.sidetone.bridge.settings.YamlText;
import dev.sidetone.simulator.caller.Clip;
import dev.sidetone.simulator.line.fault.InjectedFault;
import dev.sidetone.simulator.line.fault.ServerFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the steps of a scenario in order. One per scenario. */
final class StepReader {
    private static final List<String> ACTS = List.of("hear", "say", "press", "fault", "pause", "expect", "hang-up");
    private static final Pattern KEYS = Pattern.compile("[0-9*#]+");
    private static final int MOST_KEYS = 100;
    /** More than anybody says in a call. */
    private static final int MOST_STEPS = 10_000;

    private final FilesBeside files;
    private ExpectationReader.After after = ExpectationReader.After.NOTHING;

    private StepReader(FilesBeside files) {
        this.files = files;
    }

    static List<Step> steps(YamlNode list, FilesBeside files) throws InvalidSettingsException {
        List<YamlNode> items = list.items();
        if (items.isEmpty()) {
            throw list.wrong("at least one step is needed, such as - hear: agent");
        }
        if (items.size() > MOST_STEPS) {
            throw list.wrong(items.size() + " steps are more than " + MOST_STEPS + ": use several scenarios");
        }
        StepReader reader = new StepReader(files);
        List<Step> steps = new ArrayList<>();
        for (YamlNode item : items) {
            if (!steps.isEmpty() && steps.get(steps.size() - 1) instanceof Step.HangUp) {
                throw item.wrong("the caller has hung up before: nothing can follow");
            }
            steps.add(reader.step(item));
        }
        return steps;
    }

    private Step step(YamlNode item) throws InvalidSettingsException {
        YamlNode.Fields given =
                item.fields("hear", "within", "say", "interrupt", "press", "fault", "pause", "expect", "hang-up");
        List<String> acts = ACTS.stream().filter(given::has).toList();
        if (acts.size() > 1) {
            throw item.wrong("a step does one thing, and this one has " + String.join(" and ", acts)
                    + ": begin each with a - of its own");
        }
        belongs(given, "within", "hear");
        belongs(given, "interrupt", "say");
        if (acts.isEmpty()) {
            throw item.wrong("a step does one thing: " + String.join(", ", ACTS));
        }
        return step(acts.get(0), YamlText.line(item.json()), given);
    }

    private static void belongs(YamlNode.Fields given, String name, String act) throws InvalidSettingsException {
        if (given.has(name) && !given.has(act)) {
            throw given.need(name).wrong("\"" + name + "\" stands beside \"" + act + "\" only");
        }
    }

    private Step step(String act, String text, YamlNode.Fields given) throws InvalidSettingsException {
        YamlNode what = given.need(act);
        return switch (act) {
            case "hear" -> hear(text, what, given);
            case "say" -> say(text, what, given);
            case "press" -> press(text, what);
            case "fault" -> new Step.InjectFault(text, fault(what));
            case "pause" -> new Step.Pause(text, positive(what).toMillis());
            case "expect" -> new Step.Expect(text, ExpectationReader.expectations(what, after));
            default -> hangUp(text, what);
        };
    }

    private Step hear(String text, YamlNode what, YamlNode.Fields given) throws InvalidSettingsException {
        after = after == ExpectationReader.After.NOTHING ? ExpectationReader.After.LISTENING : after;
        Long withinMs = ms(given, "within");
        return switch (JsonText.of(what.json())) {
            case "agent" -> new Step.HearAgent(text, withinMs);
            case "silence" -> new Step.HearSilence(text, withinMs);
            default ->
                throw what.wrong(
                        "expected agent (until it speaks) or silence (until it has finished), got " + what.json());
        };
    }

    private Step say(String text, YamlNode what, YamlNode.Fields given) throws InvalidSettingsException {
        Long interruptMs = ms(given, "interrupt");
        Clip clip = files.clip(what);
        after = interruptMs == null
                ? ExpectationReader.After.SAYING
                : clip.probe() == null ? ExpectationReader.After.INTERRUPTING : ExpectationReader.After.PROBING;
        return new Step.Say(text, clip, interruptMs);
    }

    private static @Nullable Long ms(YamlNode.Fields given, String name) throws InvalidSettingsException {
        return given.has(name) ? given.need(name).time().toMillis() : null;
    }

    /** Without quotes YAML takes keys for a number, whose first 0 is gone, or for a comment. */
    private Step press(String text, YamlNode what) throws InvalidSettingsException {
        if (!what.json().isTextual()) {
            throw what.wrong("expected keys in quotes, as in \"12#\", got " + what.json());
        }
        String keys = what.text();
        if (keys.isEmpty()) {
            throw what.wrong("expected keys, as in \"12#\", got none");
        }
        if (!KEYS.matcher(keys).matches()) {
            String wrong = keys.replaceAll(KEYS.pattern(), "");
            throw what.wrong("'" + wrong + "' is no key: keys are 0 to 9, * and #, as in \"12#\"");
        }
        if (keys.length() > MOST_KEYS) {
            throw what.wrong(keys.length() + " keys are more than " + MOST_KEYS + ": use several steps");
        }
        after = ExpectationReader.After.PRESSING;
        return new Step.Press(text, keys);
    }

    private static String fault(YamlNode what) throws InvalidSettingsException {
        try {
            InjectedFault fault = InjectedFault.parse(what.text());
            if (fault.at() != null) {
                throw what.wrong("the fault begins with this step: leave out the @ and its time");
            }
            if (fault.fault() instanceof ServerFault) {
                throw what.wrong(fault.text() + " is a fault of the whole call: write it under line");
            }
            return fault.text();
        } catch (InjectedFault.Unreadable e) {
            throw what.wrong(String.valueOf(e.getMessage()));
        }
    }

    private static Duration positive(YamlNode what) throws InvalidSettingsException {
        Duration time = what.time();
        if (time.isZero()) {
            throw what.wrong("a pause of " + what.text() + " is none: leave the step out");
        }
        return time;
    }

    private static Step hangUp(String text, YamlNode what) throws InvalidSettingsException {
        if (!what.json().isBoolean() || !what.json().booleanValue()) {
            throw what.wrong("expected true, got " + what.json() + "; a caller hangs up after the last step anyway");
        }
        return new Step.HangUp(text);
    }
}
