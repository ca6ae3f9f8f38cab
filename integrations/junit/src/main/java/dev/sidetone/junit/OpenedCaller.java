package dev.sidetone.junit;

import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.caller.Caller;

/** Opens the caller of a call that is about to be made, each time from the beginning. */
@FunctionalInterface
interface OpenedCaller {
    Caller open() throws WrongSetting;
}
