package dev.sidetone.simulator.live;

import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.bridge.twilio.WebhookFields;
import dev.sidetone.bridge.twilio.rest.TwilioAlert;
import dev.sidetone.bridge.twilio.rest.TwilioAlerts.CallAlert;
import dev.sidetone.simulator.live.call.AlertFindings;
import dev.sidetone.simulator.timeline.Fact;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The calls to a session's number that never reached its bridge, by Twilio's callbacks and alerts; each is reported once. For any thread.
 */
public final class LostCalls {
    private static final long NS_PER_S = 1_000_000_000L;

    private final Predicate<String> isKnown;
    private final Consumer<LostCall> found;
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    /**
     * A call that never reached the bridge. Immutable.
     *
     * @param code Twilio's error code, or empty
     * @param what the problem in one sentence
     */
    public record LostCall(String callSid, String code, String what, String cure) {
        public LostCall {
            callSid = ForeignText.line(callSid);
            code = ForeignText.line(code);
            what = ForeignText.line(what);
            cure = ForeignText.line(cure);
        }
    }

    /**
     * No lost call yet.
     *
     * @param isKnown returns true for the CallSid of a call that reached the bridge
     * @param found receives each lost call
     */
    LostCalls(Predicate<String> isKnown, Consumer<LostCall> found) {
        this.isKnown = isKnown;
        this.found = found;
    }

    /** Takes an alert of Twilio's on a request to the bridge. */
    void alert(CallAlert alert) {
        TwilioAlert why = alert.alert();
        if (alert.callSid().startsWith("CA")
                && !isKnown.test(alert.callSid())
                && why.level().equals("error")) {
            Fact.Found finding = AlertFindings.of(why).at(0);
            add(new LostCall(
                    alert.callSid(),
                    why.code(),
                    "A call (" + alert.callSid() + ") did not reach the bridge: " + why.code() + ", "
                            + withoutStop(finding.what()),
                    finding.cure()));
        }
    }

    /** Takes the final callback of a call that is not known, unless the call began before the bridge was ready. */
    void callback(WebhookFields fields, long sinceReadyNs) {
        String duration = fields.get("CallDuration");
        boolean earlier = duration.matches("\\d{1,9}") && Long.parseLong(duration) * NS_PER_S > sinceReadyNs;
        if (!earlier && !isKnown.test(fields.callSid())) {
            add(new LostCall(
                    fields.callSid(),
                    "",
                    "A call from " + fields.get("From") + " (" + fields.callSid()
                            + ") did not reach the bridge, and is " + fields.get("CallStatus"),
                    "Somebody else answers /voice at the public address, or it did not answer for a moment."));
        }
    }

    private static String withoutStop(String what) {
        return what.endsWith(".") ? what.substring(0, what.length() - 1) : what;
    }

    private void add(LostCall call) {
        if (reported.add(call.callSid())) {
            found.accept(call);
        }
    }
}
