package dev.sidetone.simulator.live.call;

import dev.sidetone.simulator.WatchedCall;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One call over a real number, measured at the bridge. Snapshots, for any thread. */
public interface LiveCall extends WatchedCall {
    String callSid();

    /** Who calls, E.164 or what Twilio says instead. */
    String from();

    /** Who is called. */
    String to();

    /** Whether we placed it. */
    boolean isOutbound();

    /** How it stands in Twilio's words: {@code ringing}, {@code in-progress}, {@code completed} … */
    String status();

    Instant startedAt();

    /** What it has cost so far by the rates in the settings; null where there are none. */
    @Nullable
    Cost cost();

    /** Whether Twilio was asked often enough what it has to say of the call: its findings are all there. */
    default boolean isComplete() {
        return isOver();
    }

    /**
     * An estimate.
     *
     * @param twilio for Twilio's minutes
     * @param agent for the agent's minutes
     * @param currency as in the settings, such as {@code USD}
     */
    record Cost(double twilio, double agent, String currency) {}
}
