package dev.sidetone.bridge.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.sidetone.bridge.file.RegularFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a YAML file into values that carry their position in the file. One per read. */
public final class YamlFile {
    /** Of a whole file: a script or an agent's instructions have a few KiB. */
    public static final int MOST_BYTES = 1 << 20;

    /** Of lists and objects in each other: a tool's parameters have ten or so. */
    private static final int MOST_DEPTH = 64;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String name;
    private final YAMLParser parser;
    private int depth;

    private YamlFile(String name, YAMLParser parser) {
        this.name = name;
        this.parser = parser;
    }

    /** Reads {@code file}, one document. */
    public static YamlNode read(Path file) throws InvalidSettingsException {
        String text;
        try {
            text = RegularFile.readText(file, MOST_BYTES);
        } catch (RegularFile.Unfit e) {
            throw new InvalidSettingsException(file.toString(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new InvalidSettingsException(file.toString(), "cannot be read: is it there, and a text file?");
        }
        return read(file.toString(), text);
    }

    /** Reads {@code text}, the content of a file called {@code name}. */
    public static YamlNode read(String name, String text) throws InvalidSettingsException {
        try (YAMLParser parser = new YAMLFactory().createParser(text)) {
            if (parser.nextToken() == null) {
                throw new InvalidSettingsException(name, "there is nothing in it");
            }
            YamlFile file = new YamlFile(name, parser);
            YamlNode root = file.node();
            if (parser.nextToken() != null) {
                throw new InvalidSettingsException(
                        file.where(),
                        "a second document begins here: one file has one, so leave out the --- before it");
            }
            return root;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new InvalidSettingsException(name + ":" + line, "is no YAML: " + problem(text, line));
        } catch (InvalidSettingsException e) {
            throw e;
        } catch (IOException e) {
            throw new InvalidSettingsException(name, "cannot be read: " + e.getMessage());
        }
    }

    /** Words about the line at which a parser gave up; the parser's own are for programmers of parsers. */
    private static String problem(String text, int number) {
        String line = text.lines().skip(Math.max(0, number - 1)).findFirst().orElse("");
        String shown = "\"" + line.strip() + "\" cannot be read";
        if (line.strip().startsWith("*")) {
            return shown + ": an alias is no name, so write the name itself";
        }
        if (line.matches("\\s*\t.*")) {
            return "a tab indents it: indent by blanks";
        }
        boolean colons = line.matches("\\s*(?:- )?[\\w-]+:\\s+[^\"'\\[{].*: .*");
        boolean opened = line.matches(".*[\\[{].*") && !line.matches(".*[]}].*");
        if (opened || line.chars().filter(sign -> sign == '"').count() % 2 == 1) {
            return shown + "; a bracket or a quotation mark is not closed";
        }
        return colons
                ? shown + "; a text with a colon needs quotation marks"
                : shown + ": is it indented like its neighbours?";
    }

    private String where() {
        return name + ":" + parser.currentTokenLocation().getLineNr();
    }

    /** An alias stands for a value elsewhere, and aliases of aliases for more than any file holds. */
    private void refuseAlias() throws IOException {
        if (parser.isCurrentAlias()) {
            throw new InvalidSettingsException(
                    where(), "*" + parser.getText() + " is an alias: write the value itself here");
        }
    }

    private YamlNode node() throws IOException {
        refuseAlias();
        String where = where();
        JsonToken token = parser.currentToken();
        if (token != JsonToken.START_OBJECT && token != JsonToken.START_ARRAY) {
            return new YamlNode(where, scalar(token), Map.of(), List.of());
        }
        if (++depth > MOST_DEPTH) {
            throw new InvalidSettingsException(where, "this nests deeper than " + MOST_DEPTH + " levels");
        }
        YamlNode node = token == JsonToken.START_OBJECT ? object(where) : array(where);
        depth--;
        return node;
    }

    private YamlNode object(String where) throws IOException {
        Map<String, YamlNode> fields = new LinkedHashMap<>();
        ObjectNode json = JSON.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            refuseAlias();
            String field = parser.currentName();
            String fieldWhere = where();
            parser.nextToken();
            YamlNode value = node();
            if (fields.put(field, value) != null) {
                throw new InvalidSettingsException(fieldWhere, "\"" + field + "\" stands here twice");
            }
            json.set(field, value.json());
        }
        return new YamlNode(where, json, fields, List.of());
    }

    private YamlNode array(String where) throws IOException {
        List<YamlNode> items = new ArrayList<>();
        ArrayNode json = JSON.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            YamlNode item = node();
            items.add(item);
            json.add(item.json());
        }
        return new YamlNode(where, json, Map.of(), List.copyOf(items));
    }

    private JsonNode scalar(JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_TRUE, VALUE_FALSE -> JSON.booleanNode(token == JsonToken.VALUE_TRUE);
            case VALUE_NULL -> JSON.nullNode();
            case VALUE_NUMBER_INT -> JSON.numberNode(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> number(parser.getDoubleValue());
            default -> JSON.textNode(parser.getText());
        };
    }

    /** JSON has no infinite number, nor one that is none. */
    private JsonNode number(double value) throws IOException {
        if (!Double.isFinite(value)) {
            throw new InvalidSettingsException(where(), parser.getText() + " is too large a number");
        }
        return JSON.numberNode(value);
    }
}
