package dev.sidetone.simulator.device;

import dev.sidetone.bridge.audio.LineFrame;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Takes the speaker's sound out of what the microphone hears. Once a tick each, first {@link #played}, then {@link #cleaned}; nothing here
 * blocks. One call's own, on the line thread.
 */
public interface EchoCanceller extends AutoCloseable {
    /** The 20 ms that the speaker was given. */
    void played(LineFrame frame);

    /** What a person said of these 20 ms of the microphone, a moment late. */
    LineFrame cleaned(LineFrame frame);

    /** Lets its memory go. */
    @Override
    void close();

    /** WebRTC's, or null where there is no library for this machine. Loads the library at the first call, which takes a moment. */
    static @Nullable EchoCanceller open() {
        try {
            return WebRtcEcho.open();
        } catch (LinkageError | RuntimeException missing) {
            System.Logger log = System.getLogger(EchoCanceller.class.getName());
            log.log(System.Logger.Level.DEBUG, "no echo cancellation here", missing);
            return null;
        }
    }

    /**
     * To be called when the process has printed its last word: WebRTC's library takes leave with two lines on standard output, where a
     * result may stand. Does nothing where it was never loaded.
     */
    static void suppressExitOutput() {
        if (!WebRtcLoaded.yes()) {
            return;
        }
        try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            out.flush();
        } catch (IOException e) {
            // Then it is closed already.
        }
    }
}
