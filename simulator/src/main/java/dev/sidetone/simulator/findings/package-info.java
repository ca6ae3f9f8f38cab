/** What is wrong with a call: one small check each, listed in {@link Checks}. */
@NullMarked
package dev.sidetone.simulator.findings;

import org.jspecify.annotations.NullMarked;
