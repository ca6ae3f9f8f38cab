package dev.sidetone.bridge;

import dev.sidetone.architecture.CodingRules;

/** The coding rules, checked for this module. */
class BridgeCodingRulesTest extends CodingRules {
    BridgeCodingRulesTest() {
        super(Bridge.class);
    }
}
