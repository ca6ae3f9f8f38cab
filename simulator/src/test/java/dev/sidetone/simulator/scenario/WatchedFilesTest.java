package dev.sidetone.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedFilesTest {
    @TempDir
    private Path folder = Path.of("");

    private Path first = Path.of("");
    private Path second = Path.of("");
    private final CountDownLatch asked = new CountDownLatch(1);
    private final WatchedFiles.Stop stop = this::isAsked;

    @BeforeEach
    void files() throws IOException {
        first = Files.writeString(folder.resolve("first.yaml"), "one");
        second = Files.writeString(folder.resolve("second.yaml"), "two");
    }

    @Test
    void aFileThatIsWrittenToHasChanged() throws IOException {
        WatchedFiles watched = new WatchedFiles(List.of(first, second));
        Files.writeString(second, "longer than before");
        assertThat(watched.awaitChange(stop)).isEqualTo(second);
    }

    @Test
    void aFileThatAnEditorReplacesHasChanged() throws IOException {
        WatchedFiles watched = new WatchedFiles(List.of(first, second));
        Path other = Files.writeString(folder.resolve("first.yaml~"), "another text");
        Files.move(other, first, StandardCopyOption.REPLACE_EXISTING);
        assertThat(watched.awaitChange(stop)).isEqualTo(first);
    }

    @Test
    void aFileThatIsGoneIsWaitedFor() throws IOException {
        Files.delete(first);
        WatchedFiles watched = new WatchedFiles(List.of(first, second));
        Files.writeString(first, "again");
        assertThat(watched.awaitChange(stop)).isEqualTo(first);
    }

    @Test
    void whoAsksForTheEndEndsTheWait() {
        WatchedFiles watched = new WatchedFiles(List.of(first, second));
        asked.countDown();
        assertThat(watched.awaitChange(stop)).isNull();
    }

    private boolean isAsked(long mostMs) {
        try {
            return asked.await(mostMs, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
