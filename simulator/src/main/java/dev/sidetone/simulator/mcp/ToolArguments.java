package dev.sidetone.simulator.mcp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The arguments of one call of a tool, read into options of a command line. Immutable. */
final class ToolArguments {
    private final Map<String, Object> given;

    private ToolArguments(Map<String, Object> given) {
        this.given = given;
    }

    /** Those that were given for {@code tool}; a name that its schema does not have is refused. */
    static ToolArguments of(@Nullable Map<String, Object> given, McpTool tool) throws WrongArgument {
        Map<String, Object> all = given == null ? Map.of() : given;
        for (String name : all.keySet()) {
            if (!tool.names().contains(name)) {
                throw new WrongArgument(tool.name() + " has no argument " + name + "; it has "
                        + (tool.names().isEmpty() ? "none" : String.join(", ", tool.names())));
            }
        }
        return new ToolArguments(all);
    }

    /** A text, or null where none was given. */
    @Nullable
    String text(String name) throws WrongArgument {
        Object value = given.get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw new WrongArgument(name + " is a text, as in {\"" + name + "\": \"…\"}");
    }

    String needed(String name) throws WrongArgument {
        String text = text(name);
        if (text == null || text.isBlank()) {
            throw new WrongArgument(name + " is missing");
        }
        return text;
    }

    /** A list of texts; one text alone is a list of one. */
    List<String> texts(String name) throws WrongArgument {
        Object value = given.get(name);
        if (value == null) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (Object each : value instanceof List<?> list ? list : List.of(value)) {
            if (!(each instanceof String text)) {
                throw new WrongArgument(name + " is a list of texts");
            }
            texts.add(text);
        }
        return texts;
    }

    boolean flag(String name, boolean otherwise) throws WrongArgument {
        Object value = given.get(name);
        if (value == null || value instanceof Boolean) {
            return value == null ? otherwise : (Boolean) value;
        }
        throw new WrongArgument(name + " is true or false");
    }

    /** {@code --name=VALUE} for each value that was given under {@code name}: text, number or list of texts. */
    List<String> option(String name) throws WrongArgument {
        Object value = given.get(name);
        String option = "--" + name + "=";
        if (value instanceof Number number) {
            return List.of(option + number);
        }
        return texts(name).stream().map(text -> option + text).toList();
    }
}
