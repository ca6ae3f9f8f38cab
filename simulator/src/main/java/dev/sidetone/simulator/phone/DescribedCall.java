package dev.sidetone.simulator.phone;

import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.rig.CallDescription;

/** Describes a call when it is placed, on the phone's thread, where files may be read. */
@FunctionalInterface
public interface DescribedCall {
    /** The call, by the phone's settings of that moment. */
    CallDescription call(Settings settings) throws WrongSetting;
}
