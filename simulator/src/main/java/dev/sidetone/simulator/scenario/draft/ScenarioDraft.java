package dev.sidetone.simulator.scenario.draft;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.settings.YamlText;
import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.WebhookUrl;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.findings.FindingCode;
import dev.sidetone.simulator.line.fault.InjectedFault;
import dev.sidetone.simulator.line.fault.LineFault;
import dev.sidetone.simulator.rig.AgentChoice;
import dev.sidetone.simulator.score.CallerChannel;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.LatencyDigest;
import dev.sidetone.simulator.timeline.Severity;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A scenario that plays a recorded call again: the caller's speech cut into a sound file for each turn, and the expectations that held. The
 * same recording gives the same bytes. Immutable.
 */
public final class ScenarioDraft {
    private final RecordedTalk talk;

    private ScenarioDraft(RecordedTalk talk) {
        this.talk = talk;
    }

    /**
     * Drafts from the folder of a recorded call.
     *
     * @throws WrongSetting if it is none, or nobody spoke in it
     */
    public static ScenarioDraft ofCall(Path folder) throws WrongSetting {
        RecordedTalk talk = RecordedTalk.ofCall(folder);
        boolean silent = talk.agent().firstHeard(0, Double.MAX_VALUE) == null;
        if (silent && talk.result().turns().isEmpty() && talk.result().dtmf().isEmpty()) {
            throw new WrongSetting("nobody spoke in " + folder + ": there is nothing to play again");
        }
        return new ScenarioDraft(talk);
    }

    /**
     * Drafts from a two-channel recording, whoever made it.
     *
     * @throws WrongSetting if it cannot be read, or does not show what the caller said
     */
    public static ScenarioDraft ofSound(Path file, CallerChannel caller) throws WrongSetting {
        return new ScenarioDraft(RecordedTalk.ofSound(file, caller));
    }

    /**
     * The files of a draft.
     *
     * @param yaml the scenario
     * @param sounds the sound files by their names in the folder that the scenario names
     */
    public record Written(String yaml, Map<String, byte[]> sounds) {}

    /** The recording's name, of letters that every file system takes. */
    public String name() {
        String name = talk.name().replaceAll("[^A-Za-z0-9._-]+", "-").replaceFirst("^[.-]+", "");
        return name.isEmpty() ? "scenario" : name;
    }

    /** Writes the draft. {@code soundFolder} is the name of its sounds' folder beside the scenario. */
    public Written files(String soundFolder) {
        StepWriter steps = new StepWriter(talk, soundFolder);
        steps.write();
        String yaml = "# Drafted by sidetone scenario from the recording " + name()
                + ": what the caller did, and what held.\n"
                + "# Times have a margin of a quarter. Change what should be expected, then play it: sidetone run FILE\n"
                + "name: " + YamlText.text(name()) + "\n"
                + map("call", call())
                + map("line", line())
                + "steps:\n" + steps.yaml()
                + whole();
        return new Written(yaml, steps.sounds());
    }

    private static String map(String key, ObjectNode values) {
        return values.isEmpty()
                ? ""
                : YamlText.line(JsonNodeFactory.instance.objectNode().set(key, values)) + "\n";
    }

    private ObjectNode call() {
        ObjectNode call = JsonNodeFactory.instance.objectNode();
        Fact.CallPlaced placed = talk.told().placed();
        String agent = talk.told().agent();
        boolean live = talk.result().call().atBridge();
        if (agent != null && AgentChoice.NAMES.contains(agent)) {
            call.put("agent", agent);
        }
        // The numbers of a live call are somebody's own, and a scenario goes into repositories.
        if (placed == null || live) {
            return call;
        }
        if (agent == null && isWebhook(placed.server())) {
            call.put("to", placed.server());
        }
        if (isOther(placed.from(), CallPlan.DEFAULT_FROM)) {
            call.put("from", ForeignText.line(placed.from()));
        }
        if (isOther(placed.number(), CallPlan.DEFAULT_NUMBER)) {
            call.put("number", ForeignText.line(placed.number()));
        }
        return call;
    }

    private static boolean isOther(String number, String usual) {
        return !number.isBlank() && !number.equals(usual);
    }

    /** Whether it is a server's URL, without a secret in it. */
    private static boolean isWebhook(String server) {
        try {
            return !ForeignText.isRedacted(WebhookUrl.of(server).toString());
        } catch (WrongSetting none) {
            return false;
        }
    }

    /** The faults of the line, of each kind the first: those that happen once with their times. */
    private ObjectNode line() {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        for (ToldFacts.At began : talk.told().faults()) {
            LineFault fault = fault(began.what());
            if (fault == null || line.has(fault.kind().name())) {
                continue;
            }
            String name = fault.kind().name();
            String value = fault.text().substring(Math.min(fault.text().length(), name.length() + 1));
            String at = fault.happensOnce() && began.atMs() > 0 ? "@" + Bound.about(began.atMs(), 20) : "";
            if (value.isEmpty() && at.isEmpty()) {
                line.put(name, true);
            } else {
                line.put(name, value + at);
            }
        }
        return line;
    }

    /** Null of a newer version's fault, which this one cannot inject. */
    private static @Nullable LineFault fault(String text) {
        try {
            return InjectedFault.parse(text).fault();
        } catch (InjectedFault.Unreadable other) {
            return null;
        }
    }

    private String whole() {
        List<String> lines = new ArrayList<>();
        LatencyDigest ttfa = new LatencyDigest();
        talk.result().turns().stream()
                .map(Turn::ttfaMs)
                .filter(ms -> ms != null)
                .forEach(ttfa::recordMs);
        String p50 = Bound.above(ttfa.p50Ms());
        String p95 = Bound.above(ttfa.p95Ms());
        if (p50 != null) {
            lines.add("ttfa: { p50: " + p50 + (p95 == null ? "" : ", p95: " + p95) + " }");
        }
        if (!talk.result().call().inRecording()) {
            lines.add("findings: " + findings());
        }
        return lines.isEmpty() ? "" : "expect:\n  " + String.join("\n  ", lines) + "\n";
    }

    private String findings() {
        List<String> known = FindingCode.all().stream().map(FindingCode::code).toList();
        List<String> found = talk.result().findings().stream()
                .filter(each -> each.severity() == Severity.ERROR || each.severity() == Severity.WARNING)
                .map(CallResult.ReportedFinding::code)
                .filter(known::contains)
                .distinct()
                .toList();
        return found.isEmpty() ? "none" : "[" + String.join(", ", found) + "]";
    }
}
