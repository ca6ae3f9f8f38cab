package dev.sidetone.ui;

import dev.sidetone.architecture.CodingRules;
import dev.sidetone.ui.app.Launcher;

/** The coding rules, checked for this module. */
class WindowCodingRulesTest extends CodingRules {
    WindowCodingRulesTest() {
        super(Launcher.class);
    }
}
