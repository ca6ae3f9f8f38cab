package dev.sidetone.simulator.timeline;

import dev.sidetone.bridge.audio.LineFrame;
import java.io.IOException;

/**
 * Takes the facts and the sound of a call that a timeline does not keep in memory. Called by the timeline's owner only, in the order of
 * folding; may block.
 */
public interface Spool {
    /** Keeps nothing. */
    Spool NONE = new Spool() {};

    /** Puts down a fact without sound. */
    default void write(Fact fact) throws IOException {}

    /** Puts down a tick and what was said and heard in it. */
    default void write(Fact.Tick tick, LineFrame said, LineFrame heard) throws IOException {}

    /** Puts down audio of the server, as it came. */
    default void write(Fact.MediaArrived media, byte[] mulaw) throws IOException {}

    /** Makes what was put down readable to others, also when this process is killed next. */
    default void flush() throws IOException {}

    /** Nothing more comes; {@code result} is what it all amounts to. Lets go of everything, also when it throws. */
    default void close(CallResult result) throws IOException {}
}
