package dev.sidetone.simulator;

import dev.sidetone.architecture.CodingRules;

/** The coding rules, checked for this module. */
class SimulatorCodingRulesTest extends CodingRules {
    SimulatorCodingRulesTest() {
        super(SidetoneVersion.class);
    }
}
