/** TwiML read and carried out. */
@NullMarked
package dev.sidetone.simulator.line.twiml;

import org.jspecify.annotations.NullMarked;
