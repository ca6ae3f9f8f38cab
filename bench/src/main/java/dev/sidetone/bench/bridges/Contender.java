package dev.sidetone.bench.bridges;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A bridge that can be put under load.
 *
 * @param name as on the command line
 * @param command what starts it, for an agent at a port of this machine
 * @param environment what it needs besides
 * @param upDelay samples at the agent's rate by which its filter delays the caller
 * @param downDelay samples of the line by which it delays the agent
 */
record Contender(String name, List<String> command, Map<String, String> environment, int upDelay, int downDelay) {
    private static final int FILTER = 16;

    /**
     * Finds one by name; a path with a slash is another launcher of Sidetone.
     *
     * @param folder for settings that it needs
     */
    static Contender of(String name, LoadFlavour flavour, int agentPort, Path folder) throws IOException {
        return switch (name) {
            case "sidetone" ->
                sidetone(name, System.getProperty("sidetone.launcher", "./sidetone"), flavour, agentPort, folder);
            case "node" -> other(name, List.of("node", "bench/peers/node/" + flavour.wire + ".js"), flavour, agentPort);
            case "c" -> other(name, List.of("bench/target/peers/relay"), flavour, agentPort);
            case "go" -> other(name, List.of("bench/target/peers/gobridge"), flavour, agentPort);
            default -> sidetone(name, name, flavour, agentPort, folder);
        };
    }

    private static Contender sidetone(String name, String launcher, LoadFlavour flavour, int agentPort, Path folder)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher, "bridge", "--port", "0", "--agent", flavour.wire));
        command.addAll(List.of("--agent-url", agentUrl(flavour, agentPort)));
        if (!flavour.exact) {
            Path settings = Files.writeString(
                    folder.resolve(flavour.word() + ".yaml"),
                    "agent: omni\naudio: pcm16@" + flavour.rateHz + "\ngreeting: \"\"\n");
            command.addAll(List.of("--agent-config", settings.toString()));
        }
        boolean filters = flavour.factor() > 1;
        return new Contender(
                name,
                command,
                Map.of("OPENAI_API_KEY", "any", "PYAI_API_KEY", "any"),
                filters ? FILTER * flavour.factor() : 0,
                filters ? FILTER : 0);
    }

    /** The others interpolate: the caller comes a sample of the line later, the agent at once. */
    private static Contender other(String name, List<String> command, LoadFlavour flavour, int agentPort) {
        Map<String, String> environment = Map.of(
                "AGENT_URL",
                agentUrl(flavour, agentPort),
                "RATE",
                String.valueOf(flavour.rateHz),
                "WIRE",
                flavour.wire);
        return new Contender(name, command, environment, flavour.factor() > 1 ? flavour.factor() : 0, 0);
    }

    private static String agentUrl(LoadFlavour flavour, int port) {
        return "ws://127.0.0.1:" + port + (flavour.exact ? "/v1/realtime" : "/v1/omni");
    }
}
