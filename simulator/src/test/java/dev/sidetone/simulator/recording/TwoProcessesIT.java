package dev.sidetone.simulator.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two processes use one folder of recordings, as two windows do. */
@Timeout(240)
class TwoProcessesIT {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatOneRecordsIsNeverLostByTheOthersDeletingAllAndTidying() throws IOException, InterruptedException {
        RecordingStore store = new RecordingStore(folder.resolve("calls"), 0);
        Path done = folder.resolve(BusyRecorder.DONE);
        int deleted = 0;
        try (OtherProcess recorder = new OtherProcess(BusyRecorder.class, folder.toString())) {
            assertThat(recorder.firstLine()).isEqualTo("recording");
            while (!Files.exists(done)) {
                int before = store.look().calls();
                deleted += before - store.tidy().calls() > 0 ? 1 : 0;
                RecordingStore.Usage unused = store.clear();
            }
            recorder.endsByItself();
        }

        assertThat(done).hasContent("0 of 150 lost");
        assertThat(deleted).as("deleted while the other recorded").isPositive();
        assertThat(store.clear()).isEqualTo(RecordingStore.Usage.NOTHING);
    }
}
