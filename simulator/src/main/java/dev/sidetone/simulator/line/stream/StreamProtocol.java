package dev.sidetone.simulator.line.stream;

import dev.sidetone.bridge.audio.LineFrame;

/** The messages that one carrier sends on one stream, as JSON or any other text. Numbers them; owned by its stream, on the line thread. */
public interface StreamProtocol extends StreamEnds {
    /**
     * The message with 20 ms of audio.
     *
     * @param track {@link Track#INBOUND} for what the caller says, {@link Track#OUTBOUND} for what the caller hears
     * @param chunk the frame's number on its track, from 1
     * @param deadlineNs the tick's place on the line's 20 ms grid
     */
    String media(Track track, LineFrame frame, long chunk, long deadlineNs);

    /** The message that ends the stream; the closing handshake follows it. */
    @Override
    String stop();
}
