package dev.sidetone.bench.faults;

import static dev.sidetone.bench.faults.FaultScene.expect;

import dev.sidetone.bench.peer.HandAgent;
import dev.sidetone.bench.peer.WebSocketByHand;
import dev.sidetone.bench.process.SidetoneCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Rows about words of a peer that reach a terminal, a log and files. */
final class TextRows {
    private static final String KEY = "sk-planted0123456789abcdefghijklmnop";
    private static final String OTHER_KEY = "ghp_planted0123456789abcdefghijklmnop";
    /** Clears the screen, forges a line, and turns the direction of reading. */
    private static final String HOSTILE = "ok\\u001b[2J\\nFindings  none\\r\\u202eevil\\u0007";

    static final List<FaultRow> ROWS = List.of(
            row(
                    "planted-secrets",
                    "an agent repeats the key that it was given, and somebody else's, in every kind of message",
                    "`[redacted]` in terminal, transcript, events and result",
                    TextRows::plantedSecrets),
            row(
                    "hostile-text",
                    "an agent's words clear the screen, forge a line of the report and turn the reading direction",
                    "one line, in which they are visible as `\\u001B`, `\\n`",
                    TextRows::hostileText));

    private TextRows() {}

    private static FaultRow row(String name, String fault, String operator, FaultRow.Run run) {
        return new FaultRow(FaultSection.TEXT, name, fault, "–", operator, List.of(), run);
    }

    private static void plantedSecrets(FaultScene scene) throws Exception {
        String said = "key " + KEY + " and " + OTHER_KEY;
        String everything = everythingOf(scene, said);
        expect("something of it is shown", everything.contains("[redacted]"));
        expect("the key of the settings is nowhere", !everything.contains(KEY));
        expect("somebody else's key is nowhere", !everything.contains(OTHER_KEY));
    }

    private static void hostileText(FaultScene scene) throws Exception {
        String everything = everythingOf(scene, HOSTILE);
        expect("it is shown", everything.contains("evil"));
        expect("no escape sequence passes", everything.indexOf('\u001b') < 0 && everything.indexOf('\u0007') < 0);
        expect("no change of direction passes", everything.indexOf('\u202e') < 0);
        expect(
                "no line is forged",
                everything
                        .lines()
                        .filter(line -> line.contains("evil"))
                        .noneMatch(line -> line.startsWith("Findings")));
        expect(
                "the words stand in one line with what went before",
                everything.lines().noneMatch(line -> line.startsWith("Findings  none") && line.length() > 14));
    }

    /** Makes a recorded call in which an agent says {@code said}, a JSON string's inside, and returns all that is left of it. */
    private static String everythingOf(FaultScene scene, String said) throws Exception {
        HandAgent agent = scene.keep(HandAgent.start(bridge -> repeats(bridge, said)));
        Path calls = scene.folder().resolve("calls");
        CallRun call = scene.call(SidetoneCommand.of(
                        "call",
                        "--no-color",
                        "--agent",
                        "openai",
                        "--agent-url",
                        agent.url(),
                        "--record",
                        calls.toString())
                .with("OPENAI_API_KEY", KEY));
        StringBuilder all = new StringBuilder(String.join("\n", call.lines()));
        all.append('\n').append(call.json());
        try (Stream<Path> files = Files.walk(calls)) {
            for (Path file : files.filter(each -> each.toString().matches(".*\\.(txt|jsonl|json)"))
                    .toList()) {
                all.append('\n').append(Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    private static void repeats(WebSocketByHand bridge, String said) throws IOException {
        bridge.send("{\"type\":\"response.created\",\"response\":{\"id\":\"" + said + "\"}}");
        bridge.send(HandAgent.delta("i1", 8_000));
        bridge.send("{\"type\":\"response.output_audio_transcript.done\",\"item_id\":\"i1\",\"transcript\":\"" + said
                + "\"}");
        bridge.send("{\"type\":\"conversation.item.input_audio_transcription.completed\",\"item_id\":\"i2\","
                + "\"transcript\":\"" + said + "\"}");
        bridge.send("{\"type\":\"response.function_call_arguments.done\",\"call_id\":\"c1\",\"name\":\"" + said
                + "\",\"arguments\":\"{}\"}");
        bridge.send("{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"code\":\"" + said
                + "\",\"message\":\"" + said + "\"}}");
        bridge.send("{\"type\":\"response.done\",\"response\":{\"id\":\"r1\",\"status\":\"completed\"}}");
        HandAgent.readOn(bridge);
    }
}
