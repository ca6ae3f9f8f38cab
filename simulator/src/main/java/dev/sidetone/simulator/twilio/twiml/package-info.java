/** TwiML read and carried out. */
@NullMarked
package dev.sidetone.simulator.twilio.twiml;

import org.jspecify.annotations.NullMarked;
