/** Twilio's part of a call, towards any server: webhook, TwiML, stream, playout. */
@NullMarked
package dev.sidetone.simulator.line;

import org.jspecify.annotations.NullMarked;
