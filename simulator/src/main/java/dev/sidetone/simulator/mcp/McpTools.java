package dev.sidetone.simulator.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.simulator.findings.FindingCode;
import dev.sidetone.simulator.findings.FindingEntry;
import dev.sidetone.simulator.findings.FindingPage;
import dev.sidetone.simulator.mcp.CommandRunner.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** The tools there are: each a command of Sidetone with the options that matter to an agent. Immutable. */
final class McpTools {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** Below the working folder; for calls whose folder nobody names. */
    private static final String CALLS = "sidetone-calls";

    private static final int MOST_TEXT = 4000;

    private final CommandRunner runner;
    private final WorkingFolder folder;

    McpTools(CommandRunner runner, WorkingFolder folder) {
        this.runner = runner;
        this.folder = folder;
    }

    List<McpTool> all() {
        return List.of(
                new McpTool(
                        "call",
                        "Calls a phone voice agent's server as Twilio would (webhook, TwiML, signature, Media Stream), speaks to it, and"
                                + " reports time to first audio per turn, barge-ins and findings: what is wrong, why, and the cure. Takes"
                                + " about half a minute. Start the server first. Without `to` it calls a practice agent.",
                        schema(
                                "",
                                text("to", "the server's webhook, as in http://localhost:3000/incoming-call"),
                                text("as", "the public address that the server believes it has, for signatures"),
                                text(
                                        "agent",
                                        "with `to` left out: the agent behind the built-in bridge, as in fake-openai"),
                                list("caller", "sound files in the working folder that the caller speaks in turn"),
                                list("fault", "troubles to inject, as in jitter=40ms or stall=2s@5s"),
                                number("seed", "the same seed draws the same faults"),
                                text("duration", "the longest call, as in 60s"),
                                flag(
                                        "record",
                                        "keep the call in " + CALLS + " for report and findings; true if left out")),
                        false,
                        this::call),
                new McpTool(
                        "run",
                        "Plays scenarios (YAML files) against a server and judges what they expect; answers with each expectation that did"
                                + " not hold, as want and got.",
                        schema(
                                "\"scenarios\"",
                                list("scenarios", "scenario files, or folders of them, in the working folder"),
                                text("to", "the server's webhook; left out: the built-in bridge"),
                                text("agent", "the agent behind the built-in bridge"),
                                number("repeat", "play each so many times")),
                        false,
                        this::run),
                new McpTool(
                        "findings",
                        "The findings of a recorded call, judged by today's checks, with cause and cure.",
                        schema("\"recording\"", text("recording", "a call's folder, or a two-channel WAV file")),
                        true,
                        (arguments, progress, cancellation) ->
                                opened(arguments, result -> object("findings", CallSummary.findings(result)))),
                new McpTool(
                        "explain",
                        "Explains the code of a finding: meaning, usual cause, cure and page. Without a code it lists all codes.",
                        schema("", text("code", "as in 31920 or silent-agent")),
                        true,
                        (arguments, progress, cancellation) -> explain(arguments)),
                new McpTool(
                        "report",
                        "Writes a recorded call as one HTML page that plays, for a person to look at.",
                        schema(
                                "\"recording\", \"html\"",
                                text("recording", "a call's folder, or a two-channel WAV file"),
                                text("html", "the page's file, in the working folder")),
                        false,
                        this::report),
                new McpTool(
                        "recordings",
                        "Lists the recorded calls in a folder, the newest last.",
                        schema("", text("folder", "left out: " + CALLS)),
                        true,
                        (arguments, progress, cancellation) -> recordings(arguments)),
                new McpTool(
                        "doctor",
                        "Says what of this machine matters to a call: sound devices, public address, settings that were found.",
                        schema(""),
                        true,
                        this::doctor));
    }

    private ObjectNode call(ToolArguments arguments, Consumer<String> progress, Cancellation cancellation)
            throws WrongArgument {
        List<String> line = new ArrayList<>(List.of("call", "--json=-", "--no-color", "--linger=0s"));
        for (String option : List.of("to", "as", "agent", "fault", "seed", "duration")) {
            line.addAll(arguments.option(option));
        }
        for (String file : arguments.texts("caller")) {
            line.add("--caller=" + folder.inside(file));
        }
        if (arguments.flag("record", true)) {
            line.add("--record=" + folder.inside(CALLS));
        }
        return answer(line, progress, cancellation, CallSummary::ofCall);
    }

    private ObjectNode run(ToolArguments arguments, Consumer<String> progress, Cancellation cancellation)
            throws WrongArgument {
        List<String> line = new ArrayList<>(List.of("run", "--json=-", "--no-color"));
        for (String option : List.of("to", "agent", "repeat")) {
            line.addAll(arguments.option(option));
        }
        List<String> scenarios = arguments.texts("scenarios");
        if (scenarios.isEmpty()) {
            throw new WrongArgument("scenarios is missing: name a scenario's file, or a folder of them");
        }
        for (String scenario : scenarios) {
            line.add(folder.inside(scenario).toString());
        }
        return answer(line, progress, cancellation, CallSummary::ofRun);
    }

    private ObjectNode opened(ToolArguments arguments, Function<JsonNode, ObjectNode> part) throws WrongArgument {
        Path recording = folder.inside(arguments.needed("recording"));
        return answer(
                List.of("report", recording.toString(), "--json=-", "--no-color"),
                line -> {},
                new Cancellation(),
                part);
    }

    private ObjectNode report(ToolArguments arguments, Consumer<String> progress, Cancellation cancellation)
            throws WrongArgument {
        Path recording = folder.inside(arguments.needed("recording"));
        Path page = folder.inside(arguments.needed("html"));
        return answer(
                List.of("report", recording.toString(), "--html=" + page, "--json=-", "--no-color"),
                progress,
                cancellation,
                result -> object("html", MAPPER.getNodeFactory().textNode(page.toString())));
    }

    private ObjectNode recordings(ToolArguments arguments) throws WrongArgument {
        String named = arguments.text("folder");
        Path calls = folder.inside(named == null ? CALLS : named);
        if (!Files.isDirectory(calls)) {
            return object("recordings", MAPPER.createArrayNode());
        }
        return answer(
                List.of("report", calls.toString(), "--json=-", "--no-color"),
                line -> {},
                new Cancellation(),
                run -> object("recordings", CallSummary.ofRun(run).path("scenarios")));
    }

    private ObjectNode doctor(ToolArguments arguments, Consumer<String> progress, Cancellation cancellation) {
        Ran ran = runner.run(List.of("doctor", "--no-color"), progress, cancellation);
        String text = ran.output();
        return MAPPER.createObjectNode()
                .put("exitCode", ran.exitCode())
                .put("text", text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) + "…" : text);
    }

    private static ObjectNode explain(ToolArguments arguments) throws WrongArgument {
        String code = arguments.text("code");
        if (code == null) {
            ObjectNode all = MAPPER.createObjectNode();
            ObjectNode codes = all.putObject("codes");
            FindingCode.all()
                    .forEach(each -> codes.put(each.code(), each.entry().meaning()));
            return all;
        }
        FindingEntry entry = FindingCode.all().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() ->
                        new WrongArgument("there is no code " + code + ": explain without a code lists all of them"))
                .entry();
        ObjectNode explained = MAPPER.createObjectNode().put("code", code).put("meaning", entry.meaning());
        if (!entry.cause().isEmpty()) {
            explained.put("usualCause", entry.cause());
        }
        return explained
                .put("cure", entry.cure())
                .put("page", FindingPage.of(code).address());
    }

    private ObjectNode answer(
            List<String> line,
            Consumer<String> progress,
            Cancellation cancellation,
            Function<JsonNode, ObjectNode> part) {
        Ran ran = runner.run(line, progress, cancellation);
        JsonNode result;
        try {
            result = ran.output().isBlank() ? MAPPER.missingNode() : MAPPER.readTree(ran.output());
        } catch (JsonProcessingException e) {
            result = MAPPER.missingNode();
        }
        ObjectNode answer = MAPPER.createObjectNode().put("exitCode", ran.exitCode());
        if (result.isMissingNode()) {
            return answer.put("failed", ran.complaints().isEmpty() ? "no result" : ran.complaints());
        }
        answer.setAll(part.apply(result));
        if (!ran.complaints().isEmpty()) {
            answer.put("note", ran.complaints());
        }
        return answer;
    }

    private static ObjectNode object(String name, JsonNode value) {
        ObjectNode object = MAPPER.createObjectNode();
        object.set(name, value);
        return object;
    }

    private static String schema(String needed, String... properties) {
        return "{\"type\":\"object\",\"properties\":{" + String.join(",", properties) + "},\"required\":[" + needed
                + "],\"additionalProperties\":false}";
    }

    private static String text(String name, String description) {
        return property(name, description, "\"type\":\"string\"");
    }

    private static String list(String name, String description) {
        return property(name, description, "\"type\":\"array\",\"items\":{\"type\":\"string\"}");
    }

    private static String number(String name, String description) {
        return property(name, description, "\"type\":\"integer\"");
    }

    private static String flag(String name, String description) {
        return property(name, description, "\"type\":\"boolean\"");
    }

    private static String property(String name, String description, String type) {
        return "\"" + name + "\":{" + type + ",\"description\":\"" + description + "\"}";
    }
}
