package dev.sidetone.simulator.timeline;

import dev.sidetone.simulator.timeline.CallResult.Greeting;
import org.jspecify.annotations.Nullable;

/**
 * Measures what the agent says before the caller has said anything, apart from turns: an agent that only ever answers has no greeting.
 * Owned by {@link CallFold}.
 */
final class GreetingMeter {
    private final CallClock origin;
    private @Nullable Long mediaNs;
    private @Nullable Long audibleNs;
    private long audibleByte;
    private boolean rings;

    GreetingMeter(CallClock origin) {
        this.origin = origin;
    }

    /** The tones that the caller hears while an agent is at its limit are nobody's greeting. */
    void fold(Fact fact) {
        if (fact instanceof Fact.AgentBusy) {
            rings = true;
        } else if (fact instanceof Fact.AgentReady) {
            rings = false;
        }
    }

    void hear(Moment moment) {
        if (rings) {
            return;
        }
        if (moment instanceof Moment.Queued queued && mediaNs == null) {
            mediaNs = queued.atNs();
        } else if (moment instanceof Moment.Window window && window.begins() && audibleNs == null) {
            audibleNs = window.atNs();
            audibleByte = window.firstByte();
        }
    }

    /**
     * The greeting so far.
     *
     * @param callerStartNs when the caller first spoke, or null
     * @param queuedBefore how many bytes the server had queued by then
     */
    Greeting greeting(@Nullable Long callerStartNs, long queuedBefore) {
        if (callerStartNs == null) {
            return new Greeting(origin.arrivalMs(mediaNs), origin.atMsOrNull(audibleNs));
        }
        boolean queuedFirst = mediaNs != null && mediaNs <= callerStartNs;
        boolean heardFirst = queuedFirst && audibleByte < queuedBefore;
        return new Greeting(
                queuedFirst ? origin.arrivalMs(mediaNs) : null, heardFirst ? origin.atMsOrNull(audibleNs) : null);
    }
}
