package dev.sidetone.simulator.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A tool that a coding agent may use.
 *
 * @param name one word
 * @param description when to use it and what comes of it, for a model to read
 * @param schema the JSON schema of its arguments
 * @param readOnly whether it changes nothing: no file, no call
 */
record McpTool(String name, String description, String schema, boolean readOnly, Work work) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The names of its arguments. */
    List<String> names() {
        try {
            List<String> names = new ArrayList<>();
            MAPPER.readTree(schema).path("properties").fieldNames().forEachRemaining(names::add);
            return names;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the schema of " + name + " is no JSON", e);
        }
    }

    /** Does what the tool is for. */
    @FunctionalInterface
    interface Work {
        /** Answers with a small JSON object; a key {@code failed} in it says why there is no other. */
        ObjectNode run(ToolArguments arguments, Consumer<String> progress, Cancellation cancellation)
                throws WrongArgument;
    }
}
