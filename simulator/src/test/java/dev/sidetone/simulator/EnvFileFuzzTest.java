package dev.sidetone.simulator;

import dev.sidetone.fuzz.FuzzedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** A {@code .env} file. */
final class EnvFileFuzzTest extends FuzzedReader {
    private final Path file;

    EnvFileFuzzTest() throws IOException {
        file = Files.createTempFile("sidetone-fuzz", ".env");
        file.toFile().deleteOnExit();
    }

    @Override
    protected Set<Class<? extends Exception>> declared() {
        return Set.of(WrongSetting.class);
    }

    @Override
    protected void read(byte[] input) throws IOException, WrongSetting {
        Files.write(file, input);
        EnvFile.read(file);
    }
}
