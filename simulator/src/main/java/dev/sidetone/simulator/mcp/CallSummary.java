package dev.sidetone.simulator.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.json.JsonText;
import dev.sidetone.simulator.findings.FindingPage;

/** The small part of a call's or a run's JSON that a coding agent needs to go on. Stateless. */
final class CallSummary {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MOST_TURNS = 40;
    private static final int MOST_FINDINGS = 20;
    private static final int MOST_FAILED = 30;

    private CallSummary() {}

    /** Of the JSON that {@code call --json} writes. */
    static ObjectNode ofCall(JsonNode result) {
        ObjectNode summary = MAPPER.createObjectNode();
        summary.set("endedBy", result.path("call").path("endedBy"));
        summary.set("durationMs", result.path("call").path("durationMs"));
        summary.set("reliable", result.path("line").path("reliable"));
        ArrayNode turns = summary.putArray("turns");
        for (JsonNode turn : result.path("turns")) {
            if (turns.size() < MOST_TURNS) {
                ObjectNode one = turns.addObject();
                for (String field :
                        new String[] {"turn", "callerEndAtMs", "ttfaMs", "judged", "interrupted", "parts"}) {
                    one.set(field, turn.path(field));
                }
            }
        }
        if (result.path("turns").size() > turns.size()) {
            summary.put("turnsLeftOut", result.path("turns").size() - turns.size());
        }
        summary.set("ttfa", result.path("ttfa"));
        summary.set("bargeIns", result.path("bargeIns"));
        summary.set("findings", findings(result));
        if (result.path("recording").path("kept").asBoolean()) {
            summary.set("recording", result.path("recording").path("folder"));
        }
        return summary;
    }

    /** The findings of a call, each with its usual cause and its cure. */
    static ArrayNode findings(JsonNode result) {
        ArrayNode findings = MAPPER.createArrayNode();
        for (JsonNode found : result.path("findings")) {
            if (findings.size() == MOST_FINDINGS) {
                findings.addObject().put("leftOut", result.path("findings").size() - MOST_FINDINGS);
                break;
            }
            ObjectNode one = found.deepCopy();
            String cause = FindingPage.of(JsonText.of(found.path("code"))).cause();
            if (!cause.isEmpty()) {
                one.put("usualCause", cause);
            }
            findings.add(one);
        }
        return findings;
    }

    /** Of the JSON that {@code run --json} and {@code report --json} of a folder write: what failed, and why. */
    static ObjectNode ofRun(JsonNode run) {
        ObjectNode summary = MAPPER.createObjectNode();
        summary.set("verdict", run.path("verdict"));
        summary.set("ttfa", run.path("ttfa"));
        ArrayNode scenarios = summary.putArray("scenarios");
        for (JsonNode scenario : run.path("scenarios")) {
            ObjectNode one = scenarios.addObject();
            one.set("name", scenario.path("name"));
            one.set("verdict", scenario.path("verdict"));
            ArrayNode failed = one.putArray("failed");
            for (JsonNode expectation : scenario.path("expectations")) {
                if (!expectation.path("held").asBoolean(false) && failed.size() < MOST_FAILED) {
                    failed.add(expectation);
                }
            }
        }
        return summary;
    }
}
