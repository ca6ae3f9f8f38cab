package dev.sidetone.bridge.agent;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that the agent may ask for during a call.
 *
 * @param name as the agent calls it
 * @param description explains to the agent when to use it
 * @param parameters the arguments' JSON Schema, an object, as JSON text
 * @param http where the arguments are posted, or null for what is built in
 * @param timeoutMs how long the agent may be kept waiting
 * @param destinations where a transfer may go besides the bridge's own number; of no meaning for other tools
 */
public record AgentTool(
        String name,
        String description,
        String parameters,
        @Nullable URI http,
        int timeoutMs,
        Destinations destinations) {
    /** Dials a person. */
    public static final String TRANSFER = "transfer_to_human";
    /** Ends the call. */
    public static final String END_CALL = "end_call";
    /** Presses keys for the caller. */
    public static final String SEND_DTMF = "send_dtmf";
    /** The sample. */
    public static final String RANDOM_NUMBER = "generate_random_number";

    /** What the bridge brings along. */
    public static final List<String> BUILTIN = List.of(TRANSFER, END_CALL, SEND_DTMF, RANDOM_NUMBER);

    /** The time that an agent waits for a tool without a timeout of its own. */
    public static final int DEFAULT_TIMEOUT_MS = 5_000;

    /** A tool that transfers nobody. */
    public AgentTool(String name, String description, String parameters, @Nullable URI http, int timeoutMs) {
        this(name, description, parameters, http, timeoutMs, Destinations.NONE);
    }

    private static final String ANY_NUMBER =
            "\"description\":\"A telephone number; left out, the number that is set up.\"";
    private static final String NOTHING = "{\"type\":\"object\",\"properties\":{},\"required\":[]}";

    /** A tool that the bridge brings along, or null for an unknown name. */
    public static @Nullable AgentTool builtin(String name) {
        return switch (name) {
            case TRANSFER ->
                builtin(
                        name,
                        "Transfers the caller to a person. Say good-bye first.",
                        "{\"type\":\"object\",\"properties\":{\"destination\":{\"type\":\"string\"," + ANY_NUMBER
                                + "}},\"required\":[]}");
            case END_CALL -> builtin(name, "Hangs up. Say good-bye first.", NOTHING);
            case SEND_DTMF ->
                builtin(
                        name,
                        "Presses telephone keys.",
                        "{\"type\":\"object\",\"properties\":{\"digits\":{\"type\":\"string\"}},\"required\":[\"digits\"]}");
            case RANDOM_NUMBER ->
                builtin(
                        name,
                        "Gives a random whole number.",
                        "{\"type\":\"object\",\"properties\":{\"min\":{\"type\":\"integer\"},\"max\":{\"type\":\"integer\"}},"
                                + "\"required\":[]}");
            default -> null;
        };
    }

    /** The same, which may transfer callers to {@code others} too; where they are listed, the agent is shown the list. */
    public AgentTool withDestinations(Destinations others) {
        String shown = others.numbers().isEmpty()
                ? parameters
                : parameters.replace(
                        ANY_NUMBER, ANY_NUMBER + ",\"enum\":[\"" + String.join("\",\"", others.numbers()) + "\"]");
        return new AgentTool(name, description, shown, http, timeoutMs, others);
    }

    private static AgentTool builtin(String name, String description, String parameters) {
        return new AgentTool(name, description, parameters, null, DEFAULT_TIMEOUT_MS);
    }
}
