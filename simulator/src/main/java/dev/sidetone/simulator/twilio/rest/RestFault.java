package dev.sidetone.simulator.twilio.rest;

import dev.sidetone.simulator.line.fault.LineFault;
import dev.sidetone.simulator.line.fault.LineFaults;
import dev.sidetone.simulator.line.fault.Rest500;
import dev.sidetone.simulator.line.fault.RestRace;
import java.util.EnumSet;
import java.util.Set;

/** An injected fault of the REST API. */
public enum RestFault {
    /** Every request is answered with 500. */
    REST_500,
    /** Every request is one too many: 429. */
    REST_429,
    /** The first redirect of each call comes too early: 21220. */
    REST_RACE;

    /** The fault as text, as it is set. */
    String text() {
        LineFault dialled = this == REST_500 ? new Rest500() : new RestRace();
        return dialled.text();
    }

    /** The faults of the REST API among a line's faults. */
    public static Set<RestFault> in(LineFaults faults) {
        Set<RestFault> dialled = EnumSet.noneOf(RestFault.class);
        if (faults.has(Rest500.class)) {
            dialled.add(REST_500);
        }
        if (faults.has(RestRace.class)) {
            dialled.add(REST_RACE);
        }
        return dialled;
    }
}
