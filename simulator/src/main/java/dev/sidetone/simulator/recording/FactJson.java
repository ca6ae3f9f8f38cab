package dev.sidetone.simulator.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.json.JsonText;
import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.timeline.Fact;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A fact as one line of {@code events.jsonl} and back: its record's name under {@code fact}, then its components under theirs, exact to
 * the last bit. These names are what old recordings are read by: add, don't rename. Stateless, for any thread.
 */
public final class FactJson {
    private static final Map<String, Class<?>> KINDS = Arrays.stream(Fact.class.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, kind -> kind));

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new InstantModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** A finding's words are an object of their own. */
    private static final String FINDING = "finding";

    private static final List<String> FINDING_KEYS = List.of("code", "severity", "what", "cure", "frame");

    private static final String STREAM_START = Fact.StreamStarted.class.getSimpleName();
    static final String SAID_SAMPLE = "saidSample";
    static final String HEARD_SAMPLE = "heardSample";
    static final String SENT_BYTE = "sentByte";

    private FactJson() {}

    /** The fact alone, on one line. */
    public static String write(Fact fact) {
        return text(object(fact));
    }

    /** A fact's object, to which a file adds where its sound lies. */
    static ObjectNode object(Fact fact) {
        ObjectNode object = MAPPER.createObjectNode();
        object.put("fact", fact.getClass().getSimpleName());
        object.setAll(MAPPER.<ObjectNode>valueToTree(fact));
        if (fact instanceof Fact.Found) {
            ObjectNode finding = MAPPER.createObjectNode();
            FINDING_KEYS.forEach(key -> finding.set(key, object.remove(key)));
            object.set(FINDING, finding);
        }
        return object;
    }

    static ObjectNode emptyObject() {
        return MAPPER.createObjectNode();
    }

    static String text(ObjectNode object) {
        return ForeignText.json(numbers(object));
    }

    /** The same of an object without text of anybody's, of which there are a hundred a second. */
    static String numbers(ObjectNode object) {
        try {
            return MAPPER.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a fact is always JSON", e);
        }
    }

    /** The program's version by the first line of a file of facts; empty if that does not name it. */
    static String sidetone(@Nullable String head) throws IOException {
        return head == null ? "" : JsonText.of(tree(head).path("sidetone"));
    }

    /** Whether the line is the fact that a two-way stream started. */
    static boolean isStreamStart(String line) throws IOException {
        return line.contains(STREAM_START) && read(line) instanceof Fact.StreamStarted;
    }

    /** The sample of {@code call.wav} at which a tick was said; null of any other line. */
    static @Nullable Long saidSample(String line) throws IOException {
        JsonNode sample = line.contains(SAID_SAMPLE) ? tree(line).get(SAID_SAMPLE) : null;
        return sample == null ? null : (Long) sample.asLong();
    }

    /**
     * Reads one line.
     *
     * @return null for a kind of fact that this version does not know
     * @throws IOException if it is not a whole line
     */
    public static @Nullable Fact read(String line) throws IOException {
        FactLine read = readLine(line);
        return read == null ? null : read.fact();
    }

    /** The same with where the fact's sound lies. */
    static @Nullable FactLine readLine(String line) throws IOException {
        if (!(tree(line) instanceof ObjectNode object)) {
            throw new IOException("not a JSON object");
        }
        if (object.remove(FINDING) instanceof ObjectNode finding) {
            object.setAll(finding);
        }
        Class<?> kind = KINDS.get(JsonText.of(object.path("fact")));
        if (kind == null) {
            return null;
        }
        fillTexts(object, kind);
        Fact fact = fact(line, object, kind);
        CompleteRecord.check((Record) fact);
        return new FactLine(fact, place(object, SAID_SAMPLE), place(object, HEARD_SAMPLE), place(object, SENT_BYTE));
    }

    private static @Nullable Long place(ObjectNode object, String key) {
        JsonNode place = object.get(key);
        return place == null || !place.canConvertToLong() || place.asLong() < 0 ? null : (Long) place.asLong();
    }

    private static JsonNode tree(String line) throws IOException {
        try {
            return MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw UnreadJson.of(line, e);
        }
    }

    private static Fact fact(String line, ObjectNode object, Class<?> kind) throws IOException {
        try {
            return (Fact) MAPPER.treeToValue(object, kind);
        } catch (JsonProcessingException e) {
            throw UnreadJson.of(line, e);
        }
    }

    /** A text that is not there is empty. */
    private static void fillTexts(ObjectNode object, Class<?> kind) {
        for (RecordComponent component : CompleteRecord.components(kind)) {
            boolean text = component.getType() == String.class && !CompleteRecord.isOptional(component);
            if (text && object.path(component.getName()).isMissingNode()) {
                object.put(component.getName(), "");
            }
        }
    }
}
