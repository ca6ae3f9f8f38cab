package dev.sidetone.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./sidetone} in a clone starts, seen by a Java that prints its arguments. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "sidetone.cmd starts it there")
class LauncherTest {
    @TempDir
    private Path root = Path.of("");

    @BeforeEach
    void aFinishedBuildAndAJavaThatPrintsItsArguments() throws IOException {
        root = root.toRealPath();
        Path launcher = Files.copy(source(), root.resolve("sidetone"));
        executable(launcher);
        Path shared = Files.createDirectories(root.resolve("simulator-ui/src/dist/lib"));
        Files.copy(source().resolveSibling("simulator-ui/src/dist/lib/start.sh"), shared.resolve("start.sh"));
        Path bin = Files.createDirectories(root.resolve("jdk/bin"));
        executable(Files.writeString(bin.resolve("java"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n"));
        Files.writeString(root.resolve("jdk/release"), "JAVA_VERSION=\"17.0.1\"\n");
        Path jar = Files.createFile(root.resolve("a.jar"));
        Path build =
                Files.createDirectories(root.resolve("simulator-ui/target")).resolve("launcher.build");
        Files.writeString(build, root + "\n" + jar + "\n");
        Files.setLastModifiedTime(build, FileTime.from(Instant.parse("2100-01-01T00:00:00Z")));
    }

    @Test
    void theHeapIsAShareOfTheMachine() throws Exception {
        assertThat(arguments(Map.of()))
                .contains("-XX:MaxRAMPercentage=25", "-XX:+UseG1GC", "-XX:MaxGCPauseMillis=5")
                .noneMatch(argument -> argument.startsWith("-Xmx"))
                .endsWith("dev.sidetone.ui.app.Launcher", "--version");
    }

    @Test
    void theBridgeAloneMayPauseLongerSoThatItsCollectorRunsLessOften() throws Exception {
        assertThat(arguments(Map.of(), "bridge")).contains("-XX:+UseG1GC", "-XX:MaxGCPauseMillis=50");
        for (String other : List.of("live", "agent", "call", "run")) {
            assertThat(arguments(Map.of(), other)).as(other).contains("-XX:MaxGCPauseMillis=5");
        }
    }

    @Test
    void aHeapOfTheUsersIsNotOverruledWhicheverVariableNamesIt() throws Exception {
        for (String name : List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS", "SIDETONE_JAVA_OPTS")) {
            for (String heap : List.of("-Xmx2g", "-XX:MaxRAMPercentage=50", "-XX:MaxHeapSize=1g", "-XX:MaxRAM=4g")) {
                assertThat(arguments(Map.of(name, "-Da=b " + heap)))
                        .as(name + " " + heap)
                        .doesNotContain("-XX:MaxRAMPercentage=25", "-Xms64m")
                        .contains("-XX:+UseG1GC");
            }
        }
    }

    @Test
    void anotherCollectorIsNotNamedBesideOurs() throws Exception {
        assertThat(arguments(Map.of("JAVA_TOOL_OPTIONS", "-XX:+UseZGC")))
                .noneMatch(argument -> argument.contains("G1GC") || argument.contains("MaxGCPauseMillis"))
                .contains("-XX:MaxRAMPercentage=25");
    }

    @Test
    void optionsForSidetoneAloneComeAfterOursAndBeforeTheProgram() throws Exception {
        List<String> arguments = arguments(Map.of("SIDETONE_JAVA_OPTS", "-Xmx1g -Dx=*"));
        assertThat(arguments).containsSubsequence("-XX:-UsePerfData", "-Xmx1g", "-Dx=*", "-cp");
    }

    @Test
    void aServerWithoutMemoryEndsEvenWhereALibraryCatchesTheError() throws Exception {
        for (String server : List.of("bridge", "live", "agent")) {
            assertThat(arguments(Map.of(), server))
                    .as(server)
                    .containsSubsequence("-XX:+ExitOnOutOfMemoryError", "-XX:+DisplayVMOutputToStderr", "-cp", server);
        }
        for (String other : List.of("call", "doctor", "--version")) {
            assertThat(arguments(Map.of(), other)).as(other).doesNotContain("-XX:+ExitOnOutOfMemoryError");
        }
        assertThat(arguments(Map.of("SIDETONE_JAVA_OPTS", "-XX:-ExitOnOutOfMemoryError"), "bridge"))
                .doesNotContain("-XX:+ExitOnOutOfMemoryError");
    }

    private List<String> arguments(Map<String, String> environment) throws IOException, InterruptedException {
        return arguments(environment, "--version");
    }

    private List<String> arguments(Map<String, String> environment, String command)
            throws IOException, InterruptedException {
        ProcessBuilder start = new ProcessBuilder(root.resolve("sidetone").toString(), command);
        start.environment().keySet().removeIf(name -> name.contains("JAVA") || name.equals("CDPATH"));
        start.environment().put("JAVA_HOME", root.resolve("jdk").toString());
        start.environment().putAll(environment);
        Process process = start.redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed.lines().toList();
    }

    private static Path source() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("sidetone")) ? here.resolve("sidetone") : here.resolveSibling("sidetone");
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
