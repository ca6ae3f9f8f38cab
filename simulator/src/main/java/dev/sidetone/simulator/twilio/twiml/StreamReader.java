package dev.sidetone.simulator.twilio.twiml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** Reads {@code <Stream>} and its {@code <Parameter>}s. Owned by its call, on the line thread. */
final class StreamReader {
    /** Name and value of a parameter together stay below this. */
    static final int PARAMETER_CHARACTERS = 500;

    private static final Set<String> STREAM =
            Set.of("connectorName", "name", "statusCallback", "statusCallbackMethod", "track", "url");
    private static final Set<String> PARAMETER = Set.of("name", "value");

    private final TwimlWarnings warnings;

    StreamReader(TwimlWarnings warnings) {
        this.warnings = warnings;
    }

    Verb.Stream read(Element element) {
        VerbAttributes attributes = new VerbAttributes(element, warnings, STREAM);
        return new Verb.Stream(
                element.getAttribute("url"),
                attributes.text("name"),
                attributes.has("track") ? attributes.text("track") : "inbound_track",
                attributes.textOrNull("statusCallback"),
                attributes.method("statusCallbackMethod"),
                parameters(element));
    }

    private Map<String, String> parameters(Element stream) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (Element child : TwimlDocument.children(stream)) {
            if (child.getTagName().equals("Parameter")) {
                add(child, parameters);
            } else {
                warnings.invalid(
                        "<Stream> cannot hold <" + child.getTagName() + ">: it was skipped.",
                        "Put only <Parameter name=\"…\" value=\"…\"/> into <Stream>; capitals count.");
            }
        }
        return parameters;
    }

    void add(Element parameter, Map<String, String> parameters) {
        new VerbAttributes(parameter, warnings, PARAMETER);
        String name = parameter.getAttribute("name");
        String value = parameter.getAttribute("value");
        if (name.isEmpty()) {
            warnings.invalid("A <Parameter> has no name: it was skipped.", "Give every <Parameter> a name.");
            return;
        }
        if (name.length() + value.length() >= PARAMETER_CHARACTERS) {
            warnings.invalid(
                    "<Parameter name=\"" + name + "\"> has " + (name.length() + value.length())
                            + " characters in name and value; Twilio takes fewer than " + PARAMETER_CHARACTERS + ".",
                    "Pass a short key and look the rest up by it.");
        }
        parameters.put(name, value);
    }
}
