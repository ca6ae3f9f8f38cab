package dev.sidetone.simulator.findings;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.timeline.Fact;
import java.util.function.Consumer;

/**
 * Finds audio far ahead of what the caller hears: a message longer than 64 KiB, which no document allows, or more than a minute in the
 * queue. Worth knowing and no fault by itself, since Twilio plays it all. Reports each once per call.
 */
final class AudioBurst implements Check {
    private static final int LONG_BYTES = 49_152;
    private static final int DEEP_BYTES = 60 * LineFrame.RATE_HZ;

    private boolean longReported;
    private boolean deepReported;

    @Override
    public void media(Fact.MediaArrived media, byte[] mulaw, Consumer<Finding> found) {
        if (!longReported && media.bytes() > LONG_BYTES) {
            longReported = true;
            found.accept(StreamCode.BURST
                    .found("One message holds " + media.bytes() / LineFrame.RATE_HZ
                            + " s of audio: Twilio promises nothing for messages longer than 64 KiB.")
                    .inMessage(media.message()));
        }
    }

    @Override
    public void tick(Fact.Tick tick, LineFrame said, LineFrame heard, Consumer<Finding> found) {
        if (!deepReported && tick.queuedBytes() > DEEP_BYTES) {
            deepReported = true;
            found.accept(StreamCode.BURST.found(
                    "More than a minute of audio waits to be heard: without a clear it plays on, whatever the caller says.",
                    "Send a clear when the caller interrupts, and keep answers short."));
        }
    }
}
