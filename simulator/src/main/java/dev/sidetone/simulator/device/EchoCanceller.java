package dev.sidetone.simulator.device;

import dev.sidetone.bridge.audio.LineFrame;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Removes the speaker's sound from the microphone's. Each tick calls first {@link #played}, then {@link #cleaned}; neither blocks. Owned by
 * one call, on the line thread.
 */
public interface EchoCanceller extends AutoCloseable {
    /** Takes the 20 ms that the speaker plays. */
    void played(LineFrame frame);

    /** Returns 20 ms of the microphone without the echo, slightly delayed. */
    LineFrame cleaned(LineFrame frame);

    /** Frees its native memory. */
    @Override
    void close();

    /** Opens WebRTC's canceller, or returns null where its library does not load. The first call blocks while the library loads. */
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
     * Closes standard output if WebRTC's library is loaded, which prints two lines when the process ends. Called after the last output, so that
     * these lines do not end up in a result.
     */
    static void suppressExitOutput() {
        if (!WebRtcEcho.isLoaded()) {
            return;
        }
        try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            out.flush();
        } catch (IOException e) {
            // It is closed already.
        }
    }
}
