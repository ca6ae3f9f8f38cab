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
        YamlNode name = each.fields("builtin").need("builtin");
        AgentTool tool = AgentTool.builtin(name.text());
        if (tool == null) {
            throw name.wrong(
                    "no tool " + name.json() + " is built in; there are: " + String.join(", ", AgentTool.BUILTIN));
        }
        return tool;
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
