package dev.sidetone.simulator.live.call;

import dev.sidetone.simulator.report.WatchedCall;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A call over a real Twilio number, measured at the bridge. Its getters return snapshots on any thread. */
public interface LiveCall extends WatchedCall {
    String callSid();

    /** The calling number in E.164, or Twilio's word in its place, such as {@code anonymous}. */
    String from();

    /** The called number in E.164. */
    String to();

    /** Returns true for a call that Sidetone placed. */
    boolean isOutbound();

    /** The call's status in Twilio's words: {@code ringing}, {@code in-progress}, {@code completed} … */
    String status();

    Instant startedAt();

    /** The estimated cost so far by the rates in the settings, or null without rates. */
    @Nullable
    Cost cost();

    /** Returns true once the call is over and the last of Twilio's alerts on it was fetched: no finding is added any more. */
    default boolean isComplete() {
        return isOver();
    }

    /**
     * An estimate of a call's cost.
     *
     * @param twilio the cost of Twilio's minutes
     * @param agent the cost of the agent's minutes
     * @param currency the ISO 4217 code from the settings, such as {@code USD}
     */
    record Cost(double twilio, double agent, String currency) {}
}
