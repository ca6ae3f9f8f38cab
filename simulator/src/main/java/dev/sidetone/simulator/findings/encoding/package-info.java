/** Recognises what is sent in place of mu-law, by its bytes alone. */
@NullMarked
package dev.sidetone.simulator.findings.encoding;

import org.jspecify.annotations.NullMarked;
