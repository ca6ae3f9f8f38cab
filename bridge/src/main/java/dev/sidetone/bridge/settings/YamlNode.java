package dev.sidetone.bridge.settings;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sidetone.bridge.json.JsonText;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A value of a YAML file with its position. Immutable, for any thread. */
public final class YamlNode {
    private static final Pattern TIME = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|m)");
    private static final Map<String, Double> UNIT_MS = Map.of("ms", 1.0, "s", 1_000.0, "m", 60_000.0);

    /** Nothing that is set here lasts longer, and every unit of time holds it. */
    private static final double MOST_MS = 24 * 3_600_000;

    private final String where;
    private final JsonNode json;
    private final Map<String, YamlNode> fields;
    private final List<YamlNode> items;

    YamlNode(String where, JsonNode json, Map<String, YamlNode> fields, List<YamlNode> items) {
        this.where = where;
        this.json = json;
        this.fields = fields;
        this.items = items;
    }

    /** File and line. */
    public String where() {
        return where;
    }

    /** All of it as JSON. */
    public JsonNode json() {
        return json;
    }

    /** The fields of an object that may have no others than {@code allowed}. */
    public Fields fields(String... allowed) throws InvalidSettingsException {
        if (!json.isObject()) {
            throw wrong("expected " + String.join(", ", allowed) + ", got " + json);
        }
        for (Map.Entry<String, YamlNode> field : fields.entrySet()) {
            if (!Arrays.asList(allowed).contains(field.getKey())) {
                throw field.getValue()
                        .wrong("no key \"" + field.getKey() + "\" here; " + suggestion(field.getKey(), allowed));
            }
        }
        return new Fields(this);
    }

    /** The names and values of an object whose names are free, in the file's order. */
    public Map<String, YamlNode> entries() throws InvalidSettingsException {
        if (!json.isObject()) {
            throw wrong("expected names and values, got " + json);
        }
        return Collections.unmodifiableMap(fields);
    }

    public List<YamlNode> items() throws InvalidSettingsException {
        if (!json.isArray()) {
            throw wrong("expected a list, got " + json);
        }
        return items;
    }

    public String text() throws InvalidSettingsException {
        if (!json.isValueNode() || json.isNull()) {
            throw wrong("expected a text, got " + json);
        }
        return JsonText.of(json);
    }

    public double number() throws InvalidSettingsException {
        if (!json.isNumber()) {
            throw wrong("expected a number, got " + json);
        }
        return json.doubleValue();
    }

    /** A time with its unit, as in {@code 500ms}; a day at most. */
    public Duration time() throws InvalidSettingsException {
        Matcher time = TIME.matcher(JsonText.of(json));
        if (!time.matches()) {
            throw wrong("expected a time with its unit, as in 500ms or 4s, got " + json);
        }
        double ms = Double.parseDouble(time.group(1)) * UNIT_MS.getOrDefault(time.group(2), 1.0);
        if (ms > MOST_MS) {
            throw wrong(json + " is longer than a day: the longest is 1440m");
        }
        return Duration.ofMillis(Math.round(ms));
    }

    /** The error about this value. */
    public InvalidSettingsException wrong(String what) {
        return new InvalidSettingsException(where, what);
    }

    /** The fields that were allowed, by name. */
    public static final class Fields {
        private final YamlNode owner;

        private Fields(YamlNode owner) {
            this.owner = owner;
        }

        public Optional<YamlNode> get(String name) {
            return Optional.ofNullable(owner.fields.get(name));
        }

        public boolean has(String name) {
            return owner.fields.containsKey(name);
        }

        public YamlNode need(String name) throws InvalidSettingsException {
            return get(name).orElseThrow(() -> owner.wrong("\"" + name + "\" is missing"));
        }

        /** A text, or {@code otherwise} where there is none. */
        public String text(String name, String otherwise) throws InvalidSettingsException {
            YamlNode field = owner.fields.get(name);
            return field == null ? otherwise : field.text();
        }

        /** A time in milliseconds, or {@code otherwise} where there is none. */
        public long ms(String name, long otherwise) throws InvalidSettingsException {
            YamlNode field = owner.fields.get(name);
            return field == null ? otherwise : field.time().toMillis();
        }
    }

    private static String suggestion(String wrong, String... allowed) {
        return Spelling.nearest(wrong, List.of(allowed), 3)
                .map(name -> "\"" + name + "\" was meant?")
                .orElse("there are: " + String.join(", ", allowed));
    }
}
