package dev.sidetone.simulator.timeline;

import dev.sidetone.bridge.audio.LineFrame;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Takes the facts and the sound of a call that a timeline does not keep in memory. Called by the timeline's owner only, in the order of
 * folding; may block.
 */
public interface Spool {
    /** Keeps nothing. */
    Spool NONE = new Spool() {};

    /** Whether what is put down is to be there after the call. */
    default boolean isKept() {
        return false;
    }

    /** Where it is kept, or null before the first fact and where nothing is kept. */
    default @Nullable Path folder() {
        return null;
    }

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
