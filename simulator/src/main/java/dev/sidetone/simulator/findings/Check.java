package dev.sidetone.simulator.findings;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import dev.sidetone.simulator.timeline.CallResult.Greeting;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import dev.sidetone.simulator.timeline.Fact;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A check looks for one fault in one call. It is passed every fact in order, and each finding that it reports becomes a fact of that
 * instant. Made anew for every call, owned by the timeline's thread.
 */
public interface Check {
    /** Somebody, the line or another check, has found something. */
    default void reported(Fact.Found finding) {}

    /** Every fact but ticks, media and findings. */
    default void fold(Fact fact, Consumer<Finding> found) {}

    /** One tick of the line with the sound that it carried both ways. */
    default void tick(Fact.Tick tick, LineFrame said, LineFrame heard, Consumer<Finding> found) {}

    /** Audio of the server, as it came: mu-law if the server does as it should. */
    default void media(Fact.MediaArrived media, byte[] mulaw, Consumer<Finding> found) {}

    /** The agent's first words are heard. */
    default void greeted(Greeting greeting, Consumer<Finding> found) {}

    /** The answer to a turn is heard. */
    default void answered(Turn turn, Consumer<Finding> found) {}

    /** It is known how a barge-in ended. */
    default void bargedIn(BargeIn bargeIn, Consumer<Finding> found) {}

    /**
     * The call is about to end: what only the whole of it shows.
     *
     * @param call the numbers, with the findings so far
     * @param endedAtMs when it ends, on the call's own clock, or null when no stream ever began
     */
    default void judge(CallResult call, @Nullable Double endedAtMs, Consumer<Finding> found) {}
}
