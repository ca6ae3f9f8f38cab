package dev.sidetone.ui.call;

import dev.sidetone.simulator.phone.PhoneCall;
import dev.sidetone.simulator.phone.PhoneState;
import dev.sidetone.simulator.timeline.CallResult;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The state of a phone as a person would say it. */
final class CallText {
    private CallText() {}

    static String of(PhoneState now) {
        return switch (now.phase()) {
            case STARTING -> "Warming up…";
            case READY -> ready(now);
            case RINGING -> "Ringing…";
            case DIALLING -> "Dialling…";
            case IN_CALL -> now.call() != null && now.call().isMuted() ? "In call, muted" : "In call";
            case HANGING_UP -> "Hanging up…";
            case BROKEN -> "Cannot call";
        };
    }

    /** Minutes and seconds. */
    static String clock(@Nullable Double elapsedMs) {
        long seconds = elapsedMs == null ? 0 : (long) (elapsedMs / 1000);
        return String.format(Locale.ROOT, "%02d:%02d", seconds / 60, seconds % 60);
    }

    private static String ready(PhoneState now) {
        PhoneCall call = now.call();
        if (call == null) {
            return now.trouble() == null ? "Ready" : "Not called";
        }
        CallResult.Call over = call.result().call();
        if (over.streamSid() == null) {
            return "No call came about";
        }
        return over.endedBy() == null ? "Over" : "Ended by " + over.endedBy();
    }
}
