package dev.sidetone.bridge.agent;

import dev.sidetone.bridge.settings.InvalidSettingsException;
import dev.sidetone.bridge.settings.YamlNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;

/** Reads the tools that an agent's settings declare. Stateless. */
final class ToolConfig {
    private ToolConfig() {}

    /** The tools under {@code tools:}, if there are any. */
    static List<AgentTool> of(YamlNode.Fields root) throws InvalidSettingsException {
        List<AgentTool> tools = new ArrayList<>();
        if (root.has("tools")) {
            for (YamlNode each : root.need("tools").items()) {
                tools.add(each.json().has("builtin") ? builtin(each) : own(each));
            }
        }
        return tools;
    }

    private static AgentTool builtin(YamlNode each) throws InvalidSettingsException {
        YamlNode.Fields given = each.fields("builtin", "destinations");
        YamlNode name = given.need("builtin");
        AgentTool tool = AgentTool.builtin(name.text());
        if (tool == null) {
            throw name.wrong(
                    "no tool " + name.json() + " is built in; there are: " + String.join(", ", AgentTool.BUILTIN));
        }
        return given.has("destinations") ? tool.withDestinations(destinations(tool, given.need("destinations"))) : tool;
    }

    private static Destinations destinations(AgentTool tool, YamlNode given) throws InvalidSettingsException {
        if (!tool.name().equals(AgentTool.TRANSFER)) {
            throw given.wrong("\"destinations\" is for " + AgentTool.TRANSFER + " only");
        }
        List<String> numbers = new ArrayList<>();
        for (YamlNode number : given.items()) {
            if (!number.json().isTextual() || !Destinations.plain(number.text()).matches("\\+?[0-9]{3,15}")) {
                throw number.wrong("expected a telephone number in quotes, as in \"+15550100\", got " + number.json());
            }
            numbers.add(number.text());
        }
        return new Destinations(false, numbers);
    }

    private static AgentTool own(YamlNode each) throws InvalidSettingsException {
        YamlNode.Fields given = each.fields("name", "description", "parameters", "http", "timeout", "builtin");
        YamlNode http = given.need("http");
        YamlNode parameters = given.get("parameters").orElse(null);
        if (parameters != null && !parameters.json().isObject()) {
            throw parameters.wrong("expected a JSON Schema of type object, got " + parameters.json());
        }
        return new AgentTool(
                given.need("name").text(),
                given.text("description", ""),
                parameters == null
                        ? "{\"type\":\"object\",\"properties\":{}}"
                        : parameters.json().toString(),
                address(http),
                Math.toIntExact(given.ms("timeout", AgentTool.DEFAULT_TIMEOUT_MS)));
    }

    private static URI address(YamlNode http) throws InvalidSettingsException {
        try {
            URI address = new URI(http.text());
            if (address.getHost() != null && String.valueOf(address.getScheme()).matches("https?")) {
                return address;
            }
        } catch (URISyntaxException e) {
            // Reported below, like every other invalid address.
        }
        throw http.wrong("expected an http or https address, got " + http.json());
    }
}
