package dev.sidetone.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What {@code bin/sidetone} of a package starts, seen by a Java that prints its own path and its arguments. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "its jars are named for this kind of machine")
class PackagedLauncherTest {
    private static final String PRINTING = "#!/bin/sh\nprintf '%s\\n' \"$0\" \"$@\"\n";

    @TempDir
    private Path folder = Path.of("");

    private Path home = Path.of("");

    @BeforeEach
    void unpack() throws IOException {
        home = Files.createDirectories(folder.toRealPath().resolve("a folder/sidetone"));
        Path bin = Files.createDirectories(home.resolve("bin"));
        Path app = Files.createDirectories(home.resolve("lib/app/linux-x86_64"));
        Files.createDirectories(home.resolve("lib/app/windows-x86_64"));
        executable(Files.copy(dist("bin/sidetone"), bin.resolve("sidetone")));
        Files.copy(dist("lib/start.sh"), home.resolve("lib/start.sh"));
        for (String jar : List.of("../b.jar", "../a.jar", "native.jar", "../windows-x86_64/other.jar")) {
            Files.createFile(app.resolve(jar));
        }
        java(folder.resolve("jdk"));
    }

    @Test
    void theJarsOfThisKindOfMachineAreTheClassPathInAnOrderThatStays() throws Exception {
        assertThat(printed(home.resolve("bin/sidetone")))
                .containsSubsequence(
                        "-cp",
                        Stream.of("a.jar", "b.jar", "linux-x86_64/native.jar")
                                .map(jar -> home.resolve("lib/app").resolve(jar).toString())
                                .reduce((one, other) -> one + ":" + other)
                                .orElseThrow(),
                        "dev.sidetone.ui.app.Launcher",
                        "call");
    }

    @Test
    void aLinkToItStartsTheSame() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("linked"), home.resolve("bin/sidetone"));

        assertThat(printed(link)).isEqualTo(printed(home.resolve("bin/sidetone")));
    }

    @Test
    void itsOwnJavaIsTakenBeforeTheMachines() throws Exception {
        java(home.resolve("lib/runtime"));
        Files.createFile(home.resolve("lib/sidetone.jsa"));

        assertThat(printed(home.resolve("bin/sidetone")))
                .startsWith(home.resolve("lib/runtime/bin/java").toString())
                .containsSubsequence("-XX:SharedArchiveFile=" + home.resolve("lib/sidetone.jsa"), "-cp");
    }

    @Test
    void aPackageThatLacksItsJarsSaysSo() throws Exception {
        try (Stream<Path> jars = Files.walk(home)) {
            for (Path jar :
                    jars.filter(path -> path.toString().endsWith(".jar")).toList()) {
                Files.delete(jar);
            }
        }
        assertThat(printed(home.resolve("bin/sidetone")))
                .containsExactly(
                        "sidetone: there is no program in " + home.resolve("lib/app") + ": unpack Sidetone again");
    }

    private List<String> printed(Path launcher) throws IOException {
        ProcessBuilder start = new ProcessBuilder(launcher.toString(), "call");
        start.environment().keySet().removeIf(name -> name.contains("JAVA") || name.equals("CDPATH"));
        start.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        Process process = start.redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private static void java(Path jdk) throws IOException {
        Path bin = Files.createDirectories(jdk.resolve("bin"));
        executable(Files.writeString(bin.resolve("java"), PRINTING));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
    }

    private static Path dist(String name) {
        Path module = Path.of("").toAbsolutePath();
        return (Files.exists(module.resolve("src/dist")) ? module : module.resolve("simulator-ui"))
                .resolve("src/dist")
                .resolve(name);
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
