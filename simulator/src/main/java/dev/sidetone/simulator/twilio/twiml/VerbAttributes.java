package dev.sidetone.simulator.twilio.twiml;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/** Reads the attributes of one element: a bad value is a finding, and its default is taken. On the line thread. */
final class VerbAttributes {
    private static final String LANGUAGE = "xml:";

    private final Element element;
    private final TwimlWarnings warnings;

    /** Warns of every attribute of {@code element} that is not one of {@code known}. */
    VerbAttributes(Element element, TwimlWarnings warnings, Set<String> known) {
        this.element = element;
        this.warnings = warnings;
        NamedNodeMap given = element.getAttributes();
        for (int i = 0; i < given.getLength(); i++) {
            warnUnlessKnown(given.item(i).getNodeName(), known);
        }
    }

    boolean has(String name) {
        return element.hasAttribute(name);
    }

    /** The value, stripped; empty if it is not there. */
    String text(String name) {
        return element.getAttribute(name).strip();
    }

    /** The value, stripped, or null if there is nothing in it. */
    @Nullable
    String textOrNull(String name) {
        String text = text(name);
        return text.isEmpty() ? null : text;
    }

    /** A whole number of at least {@code least}; more than {@code most} is a finding and taken as that. */
    long number(String name, long otherwise, long least, long most) {
        if (!has(name)) {
            return otherwise;
        }
        String text = text(name);
        if (!text.matches("\\d{1,18}") || Long.parseLong(text) < least) {
            wrong(name, text, "a whole number of at least " + least, Long.toString(otherwise));
            return otherwise;
        }
        long number = Long.parseLong(text);
        if (number > most) {
            wrong(name, text, "at most " + most, Long.toString(most));
        }
        return Math.min(number, most);
    }

    /** One of {@code allowed}, of which the first is the default. */
    String oneOf(String name, String... allowed) {
        if (!has(name)) {
            return allowed[0];
        }
        String text = text(name);
        if (List.of(allowed).contains(text)) {
            return text;
        }
        wrong(name, text, String.join(" or ", allowed), allowed[0]);
        return allowed[0];
    }

    boolean flag(String name) {
        return Boolean.parseBoolean(oneOf(name, "false", "true"));
    }

    /** GET or POST; Twilio takes either case. */
    String method(String name) {
        String given = text(name).toUpperCase(Locale.ROOT);
        return given.equals("GET") || given.equals("POST") ? given : oneOf(name, "POST", "GET");
    }

    /** {@code action} and {@code method}. */
    Verb.Action action() {
        return new Verb.Action(textOrNull("action"), method("method"));
    }

    private void warnUnlessKnown(String name, Set<String> known) {
        if (known.contains(name) || name.startsWith("xmlns") || name.startsWith(LANGUAGE)) {
            return;
        }
        String cure = known.stream()
                .filter(right -> right.equalsIgnoreCase(name))
                .findAny()
                .map(right -> "Write " + right + ": capitals count.")
                .orElse("Leave it out, or correct its name.");
        warnings.invalid("<" + element.getTagName() + "> has no attribute " + name + ": it was ignored.", cure);
    }

    private void wrong(String name, String value, String wanted, String taken) {
        warnings.invalid(
                "<" + element.getTagName() + " " + name + "=\"" + value + "\"> is wrong: \"" + taken + "\" was taken.",
                "Give " + name + " " + wanted + ".");
    }
}
