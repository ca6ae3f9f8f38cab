package dev.sidetone.simulator;

import dev.sidetone.bridge.file.RegularFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@code .env} file: {@code NAME=value} lines, also behind {@code export} and a byte-order mark, values in double, single or no quotes,
 * comments. Each line is read once, from left to right. Stateless.
 */
final class EnvFile {
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_LINE_CHARS = 32_768;
    private static final String EXPORT = "export";

    private EnvFile() {}

    /** Reads the settings by name; throws a {@link WrongSetting} that names file and line, and never a value, of a line that is none. */
    static Map<String, String> read(Path file) throws WrongSetting {
        String[] lines = text(file).split("\r\n|\r|\n", -1);
        Map<String, String> settings = new HashMap<>();
        for (int i = 0; i < lines.length; i++) {
            String where = file + ", line " + (i + 1);
            if (lines[i].length() > MOST_LINE_CHARS) {
                throw new WrongSetting(where + " has more than " + MOST_LINE_CHARS
                        + " characters, and no setting has: is this a file of NAME=value lines?");
            }
            String line = fromName(lines[i]);
            if (!line.isEmpty() && !line.startsWith("#") && !put(line, settings)) {
                throw new WrongSetting(
                        where + " is no setting: write NAME=value, and a value with # or quotes in it in quotes");
            }
        }
        return settings;
    }

    /** The line without what may stand before a name. */
    private static String fromName(String line) {
        String rest = stripped(line.startsWith("\uFEFF") ? line.substring(1) : line);
        boolean exported =
                rest.startsWith(EXPORT) && rest.length() > EXPORT.length() && isBlank(rest.charAt(EXPORT.length()));
        return exported ? stripped(rest.substring(EXPORT.length())) : rest;
    }

    /** Whether {@code line} was a setting. */
    private static boolean put(String line, Map<String, String> settings) {
        int equals = line.indexOf('=');
        String name = equals < 0 ? "" : stripped(line.substring(0, equals));
        String value = value(stripped(line.substring(equals + 1)));
        if (name.isEmpty() || !name.chars().allMatch(EnvFile::isOfName) || value == null) {
            return false;
        }
        settings.put(name, value);
        return true;
    }

    /** The value that {@code text} begins with, or null where it is none, or something other than a comment stands behind it. */
    private static @Nullable String value(String text) {
        char quote = text.isEmpty() ? ' ' : text.charAt(0);
        if (quote == '"' || quote == '\'') {
            return quoted(text, quote);
        }
        int comment = text.indexOf('#');
        if (comment > 0 && !isBlank(text.charAt(comment - 1))) {
            // Part of a password, perhaps: who cuts it there sends half of it.
            return null;
        }
        String value = comment < 0 ? text : stripped(text.substring(0, comment));
        return value.endsWith("\"") ? null : value;
    }

    /** The value between quotes: up to the next one, if nothing but a comment is behind it, or up to the last, if those between are escaped. */
    private static @Nullable String quoted(String text, char quote) {
        int next = text.indexOf(quote, 1);
        String behind = stripped(text.substring(next + 1));
        if (next > 0 && (behind.isEmpty() || behind.startsWith("#"))) {
            return text.substring(1, next);
        }
        int comment = text.indexOf('#');
        String whole = comment < 0 ? text : stripped(text.substring(0, comment));
        int last = whole.length() - 1;
        for (int i = next; quote == '"' && i > 0 && i < last; i = text.indexOf(quote, i + 1)) {
            if (text.charAt(i - 1) != '\\') {
                return null;
            }
        }
        return last > 0 && whole.charAt(last) == quote ? whole.substring(1, last) : null;
    }

    private static boolean isOfName(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "_.-".indexOf(c) >= 0;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private static String stripped(String text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && isBlank(text.charAt(begin))) {
            begin++;
        }
        while (end > begin && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(begin, end);
    }

    /** The name that a line sets, or null if it sets none. */
    static @Nullable String nameOf(String line) {
        String setting = fromName(line);
        int equals = setting.indexOf('=');
        String name = equals < 0 ? "" : stripped(setting.substring(0, equals));
        boolean isOne =
                !name.isEmpty() && !setting.startsWith("#") && name.chars().allMatch(EnvFile::isOfName);
        return isOne ? name : null;
    }

    /** The whole file. */
    static String text(Path file) throws WrongSetting {
        try {
            byte[] bytes = RegularFile.read(file, MOST_BYTES);
            return charset(bytes).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (RegularFile.Unfit e) {
            throw new WrongSetting(file + " " + e.getMessage(), e);
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
