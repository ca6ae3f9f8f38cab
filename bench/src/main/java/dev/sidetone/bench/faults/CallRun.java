package dev.sidetone.bench.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A finished {@code sidetone call}.
 *
 * @param json its result; an empty object when it wrote none
 * @param lines everything that it printed
 */
record CallRun(int exitCode, JsonNode json, List<String> lines) {

    /** Whether the caller heard the agent. */
    boolean wasHeard() {
        return json.at("/line/framesHeard").asInt() > 0;
    }

    /** Whether this machine kept up with the call. */
    boolean isReliable() {
        return json.at("/line/reliable").asBoolean();
    }

    boolean found(String code) {
        return json.findValuesAsText("code").contains(code);
    }

    boolean printed(String part) {
        return lines.stream().anyMatch(line -> line.contains(part));
    }

    @Override
    public String toString() {
        return "exit code " + exitCode + ", findings " + json.at("/findings") + ", line " + json.at("/line")
                + (json.isEmpty() ? ", " + lines : "");
    }
}
