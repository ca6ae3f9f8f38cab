package dev.sidetone.simulator.load;

import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.rig.CallDescription;

/**
 * One kind of caller, of which a load may have many.
 *
 * @param call what their calls have in common
 * @param speaker creates the caller of one call
 */
public record LoadCaller(CallDescription call, Speaker speaker) {
    /** Creates callers. */
    @FunctionalInterface
    public interface Speaker {
        /**
         * Creates the caller of one call.
         *
         * @param caller the caller's number, from 0
         */
        Caller caller(int caller) throws WrongSetting;
    }
}
