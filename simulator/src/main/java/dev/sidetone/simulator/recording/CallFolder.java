package dev.sidetone.simulator.recording;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.MeasuredAt;
import dev.sidetone.simulator.timeline.Spool;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A call's folder on disk, written as the call goes: its spool, and with {@code --record} its recording. Made with the first fact, so
 * that a folder that cannot be made stops no call. Owned by the timeline's owner.
 */
public final class CallFolder implements Spool {
    /** Makes the folder, given the first fact. */
    private interface Making {
        Path folder(Fact first) throws IOException;
    }

    private final String sidetone;
    private final Making making;
    private final long mostBytes;
    private final RecordingLabel label;
    private final @Nullable Path store;
    private @Nullable CallFiles files;

    private CallFolder(String sidetone, Making making, long mostBytes, RecordingLabel label, @Nullable Path store) {
        this.sidetone = sidetone;
        this.making = making;
        this.mostBytes = mostBytes;
        this.label = label;
        this.store = store;
    }

    /** A recording that is kept in a folder of its own in {@code parent}, named by its time and its CallSid. */
    public static CallFolder keptIn(Path parent, String sidetone) {
        return new CallFolder(
                sidetone,
                first -> PrivateFiles.folder(FolderName.in(parent, first)),
                Long.MAX_VALUE,
                RecordingLabel.NONE,
                null);
    }

    /**
     * A recording of at most {@code mostBytes} in a folder of its own in {@code store}, which is its owner's only too.
     *
     * @param shared whether other processes may use the store
     */
    static CallFolder inStore(Path store, boolean shared, String sidetone, long mostBytes, RecordingLabel label) {
        Making making = first -> PrivateFiles.folder(FolderName.in(store, first));
        return new CallFolder(sidetone, making, mostBytes, label, shared ? store : null);
    }

    @Override
    public boolean isKept() {
        return true;
    }

    /** The folder; null before the first fact. The timeline's owner only. */
    @Override
    public @Nullable Path folder() {
        return files == null ? null : files.folder();
    }

    @Override
    public void write(Fact fact) throws IOException {
        if (fact instanceof Fact.FrameWritten) {
            files(fact).writeNumbers(FactJson.object(fact));
            return;
        }
        files(fact).write(FactJson.object(fact));
        if (fact instanceof Fact.Transcribed words) {
            files(fact).transcribe(words);
        } else if (fact instanceof Fact.StreamStarted || fact instanceof Fact.CallAnswered) {
            files(fact).startsAt(fact.atNs());
        }
    }

    @Override
    public void write(Fact.Tick tick, LineFrame said, LineFrame heard) throws IOException {
        CallFiles to = files(tick);
        long sample = to.sound(tick.atNs(), said, heard);
        ObjectNode object = FactJson.object(tick);
        object.put(FactJson.SAID_SAMPLE, sample).put(FactJson.HEARD_SAMPLE, sample + LineFrame.BYTES);
        to.writeNumbers(object);
    }

    @Override
    public void write(Fact.MediaArrived media, byte[] mulaw) throws IOException {
        CallFiles to = files(media);
        ObjectNode object = FactJson.object(media);
        object.put(FactJson.SENT_BYTE, to.sent(mulaw));
        to.writeNumbers(object);
    }

    @Override
    public void flush() throws IOException {
        if (files != null) {
            files.flush();
        }
    }

    @Override
    public void close(CallResult result) throws IOException {
        if (files != null) {
            files.close(result);
        }
    }

    private CallFiles files(Fact first) throws IOException {
        if (files == null) {
            MeasuredAt measured = first instanceof Fact.CallPlaced placed ? placed.place() : MeasuredAt.EAR;
            files = begun(first, measured);
        }
        if (files.bytes() > mostBytes) {
            throw new IOException("it is as long as a recording may be");
        }
        return files;
    }

    /** Others that use the same store must not see the folder before it is locked. */
    private CallFiles begun(Fact first, MeasuredAt measured) throws IOException {
        if (store == null) {
            return opened(making.folder(first), measured);
        }
        makeStore(store);
        return StoreLock.during(store, () -> opened(making.folder(first), measured));
    }

    private static void makeStore(Path store) throws IOException {
        if (Files.isDirectory(store)) {
            return;
        }
        try {
            PrivateFiles.folder(store);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(store)) {
                throw e;
            }
        }
    }

    private CallFiles opened(Path folder, MeasuredAt measured) throws IOException {
        FolderLock lock = FolderLock.take(folder);
        try {
            if (!label.equals(RecordingLabel.NONE)) {
                label.write(folder);
            }
            return new CallFiles(folder, lock, sidetone, measured);
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }
}
