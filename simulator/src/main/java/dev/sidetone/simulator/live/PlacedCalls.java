package dev.sidetone.simulator.live;

import dev.sidetone.bridge.twilio.rest.OutboundCallRequest;
import dev.sidetone.bridge.twilio.rest.TwilioApiException;
import dev.sidetone.bridge.twilio.rest.TwilioCalls;
import dev.sidetone.simulator.live.call.MonitoredCall;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import dev.sidetone.simulator.timeline.EndedBy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The calls that a session has placed, until they are over: none goes on ringing when the session has ended. Its methods wait for Twilio;
 * for any thread.
 */
final class PlacedCalls {
    private static final Set<String> UNANSWERED = Set.of("queued", "initiated", "ringing");

    private final TwilioCalls api;
    private final Function<String, @Nullable MonitoredCall> known;
    /** The called numbers by CallSid. */
    private final Map<String, String> placed = new LinkedHashMap<>();

    private boolean ended;

    /** @param known finds a call that Twilio has announced by its CallSid; null before that */
    PlacedCalls(TwilioCalls api, Function<String, @Nullable MonitoredCall> known) {
        this.api = api;
        this.known = known;
    }

    /** Places a call, unless the session is ending; synchronized with {@link #end}, so that none is missed there. */
    synchronized void place(OutboundCallRequest request) throws TwilioApiException {
        if (!ended) {
            placed.put(api.place(request), request.to());
        }
    }

    /** Ends the calls that nobody has answered; no call is placed from now on. Returns a problem for each that may still ring. */
    synchronized List<Trouble> end() {
        ended = true;
        return endThose(true);
    }

    /** Ends every call that is not over. Returns a problem for each that may still run. */
    synchronized List<Trouble> endAll() {
        return endThose(false);
    }

    private List<Trouble> endThose(boolean unansweredOnly) {
        List<Trouble> troubles = new ArrayList<>();
        for (Map.Entry<String, String> each : placed.entrySet()) {
            MonitoredCall call = known.apply(each.getKey());
            boolean unanswered = call == null || UNANSWERED.contains(call.status());
            if ((call == null || !call.isOver()) && (unanswered || !unansweredOnly)) {
                end(each.getKey(), each.getValue(), troubles);
            }
        }
        return troubles;
    }

    private void end(String callSid, String to, List<Trouble> troubles) {
        MonitoredCall call = known.apply(callSid);
        if (call != null) {
            call.attributeEndTo(EndedBy.REST);
        }
        try {
            if (!api.cancel(callSid)) {
                api.hangUp(callSid);
            }
        } catch (TwilioApiException trouble) {
            troubles.add(new Trouble(
                    "The call to " + to + " (" + callSid + ") may still ring: " + trouble.what() + ".",
                    trouble.cure() + " Twilio ends it by itself after 40 s of ringing."));
        }
    }
}
