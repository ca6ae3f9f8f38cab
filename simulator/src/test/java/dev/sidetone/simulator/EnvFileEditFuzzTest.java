package dev.sidetone.simulator;

import dev.sidetone.fuzz.FuzzedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A {@code .env} that somebody else wrote, after a value in the first line, which is set in it: all others stay as they were. */
final class EnvFileEditFuzzTest extends FuzzedReader {
    private static final String NAME = "A_KEY";

    private final Path file;

    EnvFileEditFuzzTest() throws IOException {
        file = Files.createTempFile("sidetone-fuzz", ".env");
        file.toFile().deleteOnExit();
    }

    @Override
    protected Set<Class<? extends Exception>> declared() {
        return Set.of(WrongSetting.class);
    }

    @Override
    protected void read(byte[] input) throws IOException, WrongSetting {
        int end = 0;
        while (end < input.length && input[end] != '\n') {
            end++;
        }
        String value = text(Arrays.copyOf(input, end));
        Files.write(file, Arrays.copyOfRange(input, Math.min(input.length, end + 1), input.length));
        Map<String, String> expected = new HashMap<>(EnvFile.read(file));
        EnvFileEdit.set(file, NAME, value);
        expected.remove(NAME);
        if (!value.isEmpty()) {
            expected.put(NAME, value);
        }
        Map<String, String> now = EnvFile.read(file);
        if (!now.equals(expected)) {
            throw new AssertionError(now + " where " + expected + " was meant");
        }
    }
}
