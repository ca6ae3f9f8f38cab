package dev.sidetone.simulator.scenario;

import static dev.sidetone.architecture.ProjectFolder.root;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.sidetone.bridge.settings.InvalidSettingsException;
import dev.sidetone.bridge.settings.YamlFile;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.findings.FindingCode;
import dev.sidetone.simulator.line.fault.FaultKind;
import dev.sidetone.simulator.line.fault.FaultKinds;
import dev.sidetone.simulator.rig.AgentChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema of scenarios and their reader know the same keys, faults, agents and codes; the documented files are read by both. */
class ScenarioSchemaTest {
    private static final String COMMAND =
            "mvn -q test -pl simulator -am -Dtest=ScenarioSchemaTest" + " -Dscenario.schema=write";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SCHEMA = root().resolve("docs/scenario.schema.json");
    private static final Path EVERY_KEY = root().resolve("docs/scenarios/every-key.yaml");

    @Test
    void theSchemaListsTheFaultsAgentsAndCodesThatThereAre() throws IOException {
        String written = Files.readString(SCHEMA);
        String generated = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(withLists(schema())) + "\n";
        if ("write".equals(System.getProperty("scenario.schema"))) {
            Files.writeString(SCHEMA, generated);
            return;
        }
        assertThat(JSON.readTree(written))
                .as("docs/scenario.schema.json lacks what the code has. This writes it anew: %s", COMMAND)
                .isEqualTo(JSON.readTree(generated));
    }

    @Test
    void everyPlaceHasTheSameKeysInTheSchemaAndInTheReader() throws IOException {
        Map<String, Set<String>> reader = new TreeMap<>();
        addReaderKeys(reader, "");
        assertThat(schemaKeys(schema())).isEqualTo(reader).hasSize(7);
    }

    @Test
    void everyKeyIsShownByTheDocumentedFileAndNeededByIt() throws IOException {
        JsonNode everyKey = YamlFile.read(EVERY_KEY).json();
        assertThat(problems(schema(), everyKey)).isEmpty();
        JsonNode schema = schema();
        for (ObjectNode properties : propertiesWithin(schema)) {
            for (String key : names(properties)) {
                if (FaultKinds.names().contains(key)) {
                    continue;
                }
                JsonNode removed = properties.remove(key);
                assertThat(problems(schema, everyKey)).as("without %s", key).isNotEmpty();
                properties.set(key, removed);
            }
        }
    }

    @Test
    void everyKeyIsOnThePage() throws IOException {
        String page = Files.readString(root().resolve("docs/scenarios.md"));
        for (ObjectNode properties : propertiesWithin(schema())) {
            for (String key : names(properties)) {
                if (!FaultKinds.names().contains(key)) {
                    assertThat(page).containsPattern("(?m)^\\| .*`" + key + "[`:]");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documented")
    void theDocumentedFilesAreReadAndFitTheSchema(Path file) throws IOException, WrongSetting {
        assertThat(problems(schema(), YamlFile.read(file).json())).isEmpty();
        assertThat(ScenarioFile.read(file).steps()).isNotEmpty();
        assertThat(Files.readString(file)).startsWith("# yaml-language-server: $schema=../scenario.schema.json\n");
    }

    static Stream<Path> documented() throws IOException {
        try (Stream<Path> files = Files.list(root().resolve("docs/scenarios"))) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name: x",
                "steps: []",
                "steps: [ { say: hi, hear: agent } ]",
                "steps: [ { within: 1s, say: hi } ]",
                "steps: [ { hear: agnet } ]",
                "steps: [ { hear: agent, within: 900 } ]",
                "steps: [ { press: 5 } ]",
                "steps: [ { hang-up: false } ]",
                "steps: [ { say: hi }, { expect: {} } ]",
                "steps: [ { say: hi }, { expect: { finding: nothing-known } } ]",
                "{ line: { jiter: 20ms }, steps: [ hear: agent ] }",
                "{ line: { mute: false }, steps: [ hear: agent ] }",
                "{ call: { agent: nobody }, steps: [ hear: agent ] }",
                "{ call: { from: +15550100 }, steps: [ hear: agent ] }",
                "{ expect: { findings: some }, steps: [ hear: agent ] }"
            })
    void whatTheReaderRefusesAnEditorUnderlines(String yaml) throws IOException {
        assertThat(refusal(yaml)).isNotEmpty();
        assertThat(problems(schema(), YamlFile.read("scenario.yaml", yaml).json()))
                .isNotEmpty();
    }

    @Test
    void everyListedNameIsRead() throws IOException {
        for (String agent : AgentChoice.NAMES) {
            assertThat(refusal("{ call: { agent: " + agent + " }, steps: [ hear: agent ] }"))
                    .isEmpty();
        }
        for (FaultKind kind : FaultKinds.ALL) {
            String value = kind.example().contains("=") ? kind.example().split("=", 2)[1] : "true";
            String yaml = "{ line: { " + kind.name() + ": " + value + " }, steps: [ hear: agent ] }";
            assertThat(refusal(yaml)).isEmpty();
            assertThat(problems(schema(), YamlFile.read("scenario.yaml", yaml).json()))
                    .isEmpty();
        }
    }

    private static JsonNode schema() throws IOException {
        return JSON.readTree(Files.readString(SCHEMA));
    }

    /** The same with the lists as the code has them. */
    private static JsonNode withLists(JsonNode schema) {
        ObjectNode agent = (ObjectNode) schema.at("/properties/call/properties/agent");
        AgentChoice.NAMES.forEach(agent.putArray("enum")::add);
        ArrayNode codes = ((ObjectNode) schema.at("/definitions/finding/anyOf/0")).putArray("enum");
        for (FindingCode each : FindingCode.all()) {
            if (each.code().matches("\\d+")) {
                codes.add(Integer.parseInt(each.code()));
            } else {
                codes.add(each.code());
            }
        }
        ObjectNode line = (ObjectNode) schema.at("/properties/line/properties");
        JsonNode seed = line.get("seed");
        line.removeAll();
        for (FaultKind kind : FaultKinds.ALL) {
            ObjectNode fault = line.putObject(kind.name());
            fault.put("description", kind.effect() + "; as in --fault " + kind.example());
            ArrayNode values = fault.putArray("anyOf");
            values.addObject().put("const", true);
            values.addObject().put("type", "string");
        }
        line.set("seed", seed);
        return schema;
    }

    /** The keys at every place that has a fixed set of them, by the place's path: {@code steps/-/expect}. */
    private static Map<String, Set<String>> schemaKeys(JsonNode schema) {
        Map<String, Set<String>> keys = new TreeMap<>();
        addSchemaKeys(keys, "", schema);
        return keys;
    }

    private static void addSchemaKeys(Map<String, Set<String>> keys, String place, JsonNode schema) {
        JsonNode items = schema.path("items");
        JsonNode object = items.isMissingNode() ? schema : items;
        String path = items.isMissingNode() ? place : place + "/-";
        if (object.path("additionalProperties").equals(JSON.getNodeFactory().booleanNode(false))) {
            keys.put(path, names(object.path("properties")));
            object.path("properties")
                    .properties()
                    .forEach(each -> addSchemaKeys(keys, below(path, each.getKey()), each.getValue()));
        }
    }

    /** Asks the reader for the keys at {@code place} by one that there is not, and then at the places below. */
    private static void addReaderKeys(Map<String, Set<String>> keys, String place) {
        String refusal = refusal(yaml(place));
        if (!refusal.contains("there are")) {
            return;
        }
        String list = refusal.substring(refusal.lastIndexOf("there are") + "there are".length());
        Set<String> names = new TreeSet<>(List.of(list.replace(":", "").strip().split("[, ]+", -1)));
        keys.put(place, names);
        for (String name : names) {
            addReaderKeys(keys, below(place, name));
            addReaderKeys(keys, below(place, name) + "/-");
        }
    }

    private static String below(String place, String name) {
        return place.isEmpty() ? name : place + "/" + name;
    }

    /** A scenario with an unknown key at {@code place} and nothing else wrong before it. */
    private static String yaml(String place) {
        String value = "{ zzzzzzzzzzzzzzzzzzzz: 1 }";
        String[] path = place.isEmpty() ? new String[0] : place.split("/");
        for (int i = path.length - 1; i >= 0; i--) {
            value = path[i].equals("-") ? "[ { hear: agent }, " + value + " ]" : "{ " + path[i] + ": " + value + " }";
        }
        return place.startsWith("steps") || place.isEmpty()
                ? value
                : value.substring(0, value.length() - 1) + ", steps: [ hear: agent ] }";
    }

    /** Why the reader refuses {@code yaml}; empty if it does not. */
    private static String refusal(String yaml) {
        try {
            ScenarioFile.of(
                    Path.of("scenario.yaml"), YamlFile.read("scenario.yaml", yaml), new ScenarioFolder(EVERY_KEY));
            return "";
        } catch (InvalidSettingsException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static List<ObjectNode> propertiesWithin(JsonNode schema) {
        List<ObjectNode> all = new ArrayList<>();
        for (JsonNode each : schema.findValues("properties")) {
            if (each instanceof ObjectNode properties) {
                all.add(properties);
                properties.forEach(below -> all.addAll(propertiesWithin(below)));
            }
        }
        return all;
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<ValidationMessage> problems(JsonNode schema, JsonNode scenario) {
        JsonSchema validator =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema);
        return validator.validate(scenario);
    }
}
