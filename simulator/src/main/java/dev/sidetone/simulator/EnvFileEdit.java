package dev.sidetone.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Changes one setting of a {@code .env} file and leaves every other line and comment as it is. The file is written anew beside the old one, readable
 * by its owner alone, read back to see that it says what was meant, and moved over the old one: there is never half a file. Stateless; blocks for the
 * disk.
 */
final class EnvFileEdit {
    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_./:+=@%,~-]+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private EnvFileEdit() {}

    /**
     * Sets {@code name} in {@code file}, which is made if it is not there; an empty value removes the setting.
     *
     * @throws WrongSetting if the value cannot be written or the file not be changed; never with the value in its words
     */
    static void set(Path file, String name, String value) throws WrongSetting {
        if (!NAME.matcher(name).matches()) {
            throw new WrongSetting("a setting's name has letters, digits and _ alone");
        }
        String line = value.isEmpty() ? "" : name + "=" + quoted(name, value);
        boolean exists = Files.exists(file);
        if (exists && Files.isDirectory(file)) {
            throw new WrongSetting(file + " is a folder: settings cannot be written there");
        }
        String before = exists ? EnvFile.text(file) : "";
        if (before.isEmpty() && line.isEmpty()) {
            return;
        }
        replace(file, changed(before, name, line), name, value);
    }

    /** The value as a line holds it. */
    private static String quoted(String name, String value) throws WrongSetting {
        if (value.chars().anyMatch(c -> c < ' ' || c == 0x7F || c == 0xFFFD)) {
            throw new WrongSetting(
                    "the value of " + name + " has a line break or control character: paste it again without");
        }
        if (BARE.matcher(value).matches()) {
            return value;
        }
        // In single quotes nobody who reads such files fills in a variable or takes a backslash for more than that.
        if (!value.contains("'")) {
            return "'" + value + "'";
        }
        if (!value.contains("\"")) {
            return "\"" + value + "\"";
        }
        throw new WrongSetting("the value of " + name + " has both kinds of quotation marks, which .env cannot hold");
    }

    /** The file's text with {@code line} in place of the setting; its last line where it stands several times, for that one counts. */
    private static String changed(String before, String name, String line) {
        String end = before.contains("\r\n") ? "\r\n" : "\n";
        List<String> lines = new ArrayList<>(List.of(before.split("\r\n|\r|\n", -1)));
        int last = -1;
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (name.equals(EnvFile.nameOf(lines.get(i)))) {
                if (last < 0 && !line.isEmpty()) {
                    last = i;
                    lines.set(i, line);
                } else if (line.isEmpty()) {
                    lines.remove(i);
                }
            }
        }
        if (last < 0 && !line.isEmpty()) {
            boolean open = lines.get(lines.size() - 1).isEmpty();
            lines.add(open ? lines.size() - 1 : lines.size(), line);
            if (!open) {
                lines.add("");
            }
        }
        return String.join(end, lines);
    }

    private static void replace(Path file, String text, String name, String value) throws WrongSetting {
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            Path folder = Objects.requireNonNull(target.getParent());
            // Java makes temporary files readable by their owner alone.
            Path fresh = Files.createTempFile(folder, ".env", ".new");
            try {
                Files.writeString(fresh, text);
                check(fresh, name, value);
                Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new WrongSetting(
                    file + " cannot be written (" + e.getClass().getSimpleName() + "): see that you may write there",
                    e);
        }
    }

    /** Reads back what was written. */
    private static void check(Path fresh, String name, String value) throws WrongSetting {
        Map<String, String> written;
        try {
            written = EnvFile.read(fresh);
        } catch (WrongSetting e) {
            throw new WrongSetting("another line of .env cannot be read: mend it first", e);
        }
        if (!value.equals(written.getOrDefault(name, ""))) {
            throw new WrongSetting("the value of " + name + " cannot be written into .env: set it in the environment");
        }
    }
}
