/** The fake Twilio on the telephone line: its calls towards any server, from the webhook to the last status callback. */
@NullMarked
package dev.sidetone.simulator.twilio;

import org.jspecify.annotations.NullMarked;
