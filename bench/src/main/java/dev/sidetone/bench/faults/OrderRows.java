package dev.sidetone.bench.faults;

import static dev.sidetone.bench.faults.FaultScene.aBridge;
import static dev.sidetone.bench.faults.FaultScene.expect;
import static dev.sidetone.bench.faults.FaultScene.urlOf;

import dev.sidetone.bench.process.ObservedProcess;
import dev.sidetone.bridge.json.JsonText;
import java.nio.file.Path;
import java.util.List;

/** Rows about agents that ask for what nobody offered them. */
final class OrderRows {
    private static final String NOTHING = "nothing: the call goes on until the caller ends it";

    private static final String ONE_DESTINATION =
            """
            agent: openai
            tools:
              - { builtin: transfer_to_human, destinations: ["+15550123"] }
            """;

    static final List<FaultRow> ROWS = List.of(
            row(
                    "undeclared-tool",
                    "an agent calls a tool that its settings do not declare",
                    "call-tool: wipe_disk, arguments: {}"),
            row(
                    "undeclared-transfer",
                    "an agent transfers the caller to any number, undeclared",
                    "transfer: \"+15550666\""),
            row("undeclared-end", "an agent hangs up by a tool that its settings do not declare", "end: true"),
            new FaultRow(
                    FaultSection.ORDERS,
                    "foreign-destination",
                    "an agent that may transfer names a number outside the tool's `destinations:`",
                    NOTHING,
                    "the log names the tool and the refusal, with the CallSid",
                    List.of(),
                    scene -> refused(
                            scene,
                            "transfer: \"+15550666\"",
                            "--agent-config",
                            scene.file("agent.yaml", ONE_DESTINATION).toString())));

    private OrderRows() {}

    private static FaultRow row(String name, String fault, String turn) {
        return new FaultRow(
                FaultSection.ORDERS,
                name,
                fault,
                NOTHING,
                "the log names the tool and that it was not offered, with the CallSid",
                List.of(),
                scene -> refused(scene, turn));
    }

    private static void refused(FaultScene scene, String turn, String... options) throws Exception {
        Path script = scene.file("orders.yaml", "greeting: Hello there.\nturns:\n  - { think: 10ms, " + turn + " }\n");
        ObservedProcess agent = scene.agent("openai", "--script", script.toString());
        ObservedProcess bridge = scene.bridge(aBridge("--agent", "openai", "--agent-url", urlOf(agent))
                .and(options)
                .with("OPENAI_API_KEY", "any"));
        scene.remember(agent);
        CallRun call = scene.call("--to", scene.webhook().toString(), "--duration", "12s");
        String sid = JsonText.of(call.json().at("/call/callSid"));
        expect(
                "the caller ended it: " + call,
                JsonText.of(call.json().at("/call/endedBy")).equals("caller"));
        expect("nobody was transferred: " + call, call.json().at("/transfer").isNull());
        String line = bridge.await(sid + ": tool ");
        expect("the log says that it failed: " + line, line.contains("failed"));
    }
}
