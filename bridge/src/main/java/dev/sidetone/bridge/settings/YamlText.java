package dev.sidetone.bridge.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Writes values as a person writes them in YAML, on one line, quoted only where YAML would take them for something else. Stateless. */
public final class YamlText {
    /** Words, and what begins with a letter but has no sign of YAML's in it. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z](?:[\\w ./=@'-]*[\\w./=@'-])?");
    /** Times and levels. */
    private static final Pattern QUANTITY = Pattern.compile("-?\\d{1,9}(?:\\.\\d{1,9})?(?:ms|s|m|dB|%|x)");
    /** Words that YAML, or an older version of it, takes for no text. */
    private static final Set<String> WORDS_OF_YAML =
            Set.of("true", "false", "yes", "no", "on", "off", "null", "y", "n");

    private YamlText() {}

    /** The fields of an object, or any other value: {@code hear: agent, within: 900ms}. */
    public static String line(JsonNode value) {
        return value.isObject() ? fields(value) : inner(value);
    }

    private static String inner(JsonNode value) {
        if (value.isObject()) {
            return "{ " + fields(value) + " }";
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(YamlText::inner)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return value.isTextual() ? text(value.textValue()) : value.toString();
    }

    private static String fields(JsonNode object) {
        return object.properties().stream().map(YamlText::field).collect(Collectors.joining(", "));
    }

    private static String field(Map.Entry<String, JsonNode> field) {
        return text(field.getKey()) + ": " + inner(field.getValue());
    }

    /** A text that YAML reads as {@code value} again. */
    public static String text(String value) {
        boolean plain = PLAIN.matcher(value).matches() && !WORDS_OF_YAML.contains(value.toLowerCase(Locale.ROOT));
        return plain || QUANTITY.matcher(value).matches() ? value : quoted(value);
    }

    private static String quoted(String value) {
        StringBuilder written = new StringBuilder();
        TextNode.valueOf(value).toString().codePoints().forEach(sign -> append(written, sign));
        return written.toString();
    }

    /** JSON's quoted text is YAML's, but that YAML refuses what cannot be seen. */
    private static void append(StringBuilder written, int sign) {
        boolean control = sign >= 0x7F && sign < 0xA0;
        boolean lone = sign >= Character.MIN_SURROGATE && sign <= Character.MAX_SURROGATE;
        boolean invisible = sign == 0x2028 || sign == 0x2029 || sign == 0xFEFF || sign == 0xFFFE || sign == 0xFFFF;
        if (control || lone || invisible) {
            written.append(String.format(Locale.ROOT, "\\u%04X", sign));
        } else {
            written.appendCodePoint(sign);
        }
    }
}
