package dev.sidetone.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;
import org.opentest4j.AssertionFailedError;

/** Runs test classes with calls in them, on real sockets: what is kept of their calls, and how their failures read. */
class SidetoneExtensionTest {
    @TempDir
    private Path recordings = Path.of("");

    @Test
    void nothingIsLeftOfTestsThatPassOrAreAborted() {
        Events tests = run(selectClass(CallsInTests.Passing.class));

        tests.assertStatistics(counts -> counts.succeeded(1).aborted(1));
        assertThat(recordings).isEmptyDirectory();
    }

    @Test
    void theRecordingOfAFailedTestIsKeptAndNamedInItsMessage() {
        Throwable failure = failureOf(CallsInTests.Failing.class, "expectsAKey");

        Path kept = onlyRecording("dev.sidetone.junit.CallsInTests.Failing.expectsAKey");
        assertThat(failure)
                .isInstanceOf(AssertionFailedError.class)
                .hasMessage("The caller pressed no key; 1 was expected.\nRecording: " + kept);
        assertThat(kept.resolve("result.json")).exists();
    }

    @Test
    void aStackTraceOfAnExpectationBeginsWithTheLineOfTheTest() {
        Throwable failure = failureOf(CallsInTests.Failing.class, "expectsAKey");

        assertThat(failure.getStackTrace()[0].getMethodName()).isEqualTo("expectsAKey");
    }

    @Test
    void anAssertionOfOthersNamesTheRecordingToo() {
        AssertionFailedError failure = (AssertionFailedError) failureOf(CallsInTests.Failing.class, "failsByItself");

        assertThat(failure)
                .hasMessage("the shop ==> expected: <open> but was: <closed>\nRecording: "
                        + onlyRecording("dev.sidetone.junit.CallsInTests.Failing.failsByItself"));
        assertThat(failure.getExpected().getStringRepresentation())
                .as("for the editor's comparison")
                .isEqualTo("open");
        assertThat(failure.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals("failsByItself"));
    }

    @Test
    void anExceptionKeepsItsTypeAndNamesTheRecordingBesideIt() {
        Throwable failure = failureOf(CallsInTests.Failing.class, "breaks");

        assertThat(failure).isInstanceOf(IllegalArgumentException.class).hasMessage("my own mistake");
        assertThat(failure.getSuppressed())
                .extracting(Throwable::getMessage)
                .containsExactly("Recording: " + onlyRecording("dev.sidetone.junit.CallsInTests.Failing.breaks"));
    }

    @Test
    void aCallThatWasBegunAndNeverMadeFailsTheTest() {
        assertThat(failureOf(CallsInTests.Failing.class, "forgetsTheEnd"))
                .hasMessage(
                        "phone.dialBridge() was begun, but the call was never made: end it with hangUp(), or stayOn() to"
                                + " wait until the other side hangs up");
    }

    @Test
    void whatAnEarlierRunLeftOfTheSameTestIsDeleted() {
        Throwable first = failureOf(CallsInTests.Failing.class, "expectsAKey");
        Throwable second = failureOf(CallsInTests.Failing.class, "expectsAKey");

        assertThat(second.getMessage()).isNotEqualTo(first.getMessage());
        assertThat(second)
                .hasMessageContaining(
                        String.valueOf(onlyRecording("dev.sidetone.junit.CallsInTests.Failing.expectsAKey")));
    }

    @Test
    void everyInvocationHasItsOwnRecording() throws IOException {
        run(selectClass(CallsInTests.OneOfThree.class))
                .assertStatistics(counts -> counts.succeeded(3).failed(1));

        assertThat(names(recordings))
                .containsExactly("dev.sidetone.junit.CallsInTests.OneOfThree.fails-RepetitionInfo-2");
    }

    @Test
    void aCallThatTheTestsOfAClassShareIsKeptIfOneOfThemFails() {
        Events tests = run(selectClass(CallsInTests.Sharing.class));

        tests.assertStatistics(counts -> counts.succeeded(1).failed(1));
        assertThat(failure(tests))
                .hasMessage(
                        "not what was wanted\nRecording: " + onlyRecording("dev.sidetone.junit.CallsInTests.Sharing"));
    }

    @Test
    void allRecordingsAreKeptWhereThatIsWanted() {
        run(selectClass(CallsInTests.KeepingAll.class)).assertStatistics(counts -> counts.succeeded(1));

        assertThat(onlyRecording("dev.sidetone.junit.CallsInTests.KeepingAll.passes"))
                .isDirectory();
    }

    @Test
    void noneIsMadeWhereThatIsWanted() {
        Throwable failure = failure(run(selectClass(CallsInTests.KeepingNone.class)));

        assertThat(failure).hasMessage("The caller pressed no key; 1 was expected.");
        assertThat(recordings).isEmptyDirectory();
    }

    @Test
    void testsCallAtTheSameTime() {
        Events tests = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(CallsInTests.AtOnce.class))
                .configurationParameter(SidetoneExtension.RECORDINGS, recordings.toString())
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
                .execute()
                .testEvents();

        tests.assertStatistics(counts -> counts.succeeded(4));
        assertThat(CallsInTests.AtOnce.CALLS).hasSize(4).doesNotHaveDuplicates();
        assertThat(recordings).isEmptyDirectory();
    }

    @Test
    void aFolderThatCannotBeMadeIsNamedWithTheCure() throws IOException {
        Path file = Files.createFile(recordings.resolve("file"));
        Throwable failure = failure(EngineTestKit.engine("junit-jupiter")
                .selectors(selectMethod(CallsInTests.Failing.class, "expectsAKey", Phone.class.getName()))
                .configurationParameter(SidetoneExtension.RECORDINGS, file.toString())
                .execute()
                .testEvents());

        assertThat(failure)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("the folder " + file.resolve("dev.sidetone.junit.CallsInTests.Failing.expectsAKey")
                        + " cannot hold the calls' recordings; name another with -Dsidetone.recordings=FOLDER");
    }

    private Events run(DiscoverySelector selector) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selector)
                .configurationParameter(SidetoneExtension.RECORDINGS, recordings.toString())
                .execute()
                .testEvents();
    }

    private Throwable failureOf(Class<?> type, String test) {
        return failure(run(selectMethod(type, test, Phone.class.getName())));
    }

    private static Throwable failure(Events tests) {
        return tests.failed().stream()
                .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
                .flatMap(result -> result.getThrowable().stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no test failed"));
    }

    private Path onlyRecording(String test) {
        Path folder = recordings.resolve(test);
        try {
            List<String> names = names(folder);
            assertThat(names).hasSize(1);
            return folder.resolve(names.get(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(each -> each.getFileName().toString()).toList();
        }
    }
}
