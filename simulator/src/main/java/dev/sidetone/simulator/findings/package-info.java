/** The registry of findings and the checks that look for them: one small check each. */
@NullMarked
package dev.sidetone.simulator.findings;

import org.jspecify.annotations.NullMarked;
