package dev.sidetone.simulator;

import io.github.cdimascio.dotenv.DotenvEntry;
import io.github.cdimascio.dotenv.DotenvException;
import io.github.cdimascio.dotenv.internal.DotenvParser;
import io.github.cdimascio.dotenv.internal.DotenvReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads a {@code .env} file with dotenv-java, line by line: the library's own messages name no line and quote the value, which may be a
 * key. A byte-order mark, {@code export} and single quotes are handled here, since the library does not know them. Stateless.
 */
final class EnvFile {
    private static final Pattern BEFORE_NAME = Pattern.compile("^\\uFEFF?\\s*(export\\s+)?");
    private static final Pattern HASH_IN_VALUE = Pattern.compile("[^=]+=\\s*[^'\"\\s#][^#]*(?<!\\s)#.*");

    private EnvFile() {}

    /** Reads the settings by name; throws a {@link WrongSetting} that names file and line, and never a value, of a line that is none. */
    static Map<String, String> read(Path file) throws WrongSetting {
        List<String> lines = lines(file);
        Map<String, String> settings = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = BEFORE_NAME.matcher(lines.get(i)).replaceFirst("");
            if (!line.isEmpty() && !line.startsWith("#") && !put(line, settings)) {
                throw new WrongSetting(file + ", line " + (i + 1)
                        + " is no setting: write NAME=value, and a value with # or quotes in it in quotes");
            }
        }
        return settings;
    }

    /** Whether {@code line} was a setting. */
    private static boolean put(String line, Map<String, String> settings) {
        List<DotenvEntry> entries = HASH_IN_VALUE.matcher(line).matches() ? List.of() : parse(line);
        for (DotenvEntry entry : entries) {
            String value = entry.getValue();
            boolean single = value.startsWith("'");
            if (single && (value.length() < 2 || !value.endsWith("'"))) {
                return false;
            }
            settings.put(entry.getKey(), single ? value.substring(1, value.length() - 1) : value);
        }
        return !entries.isEmpty();
    }

    /** None for a line that the library refuses, or whose quotes it would look for on further lines. */
    private static List<DotenvEntry> parse(String line) {
        DotenvReader oneLine = new DotenvReader("", "") {
            @Override
            public List<String> read() {
                return List.of(line);
            }
        };
        try {
            return new DotenvParser(oneLine, true, true).parse();
        } catch (DotenvException refused) {
            return List.of();
        }
    }

    private static List<String> lines(Path file) throws WrongSetting {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return charset(bytes)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new WrongSetting(file + " cannot be read: is it a text file of NAME=value lines?", e);
        }
    }

    /** UTF-8, unless the file begins with the byte-order mark of UTF-16, which PowerShell writes where it redirects. */
    private static Charset charset(byte[] bytes) {
        boolean pair = bytes.length >= 2;
        boolean marked = pair
                && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                        || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
        return marked ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }
}
