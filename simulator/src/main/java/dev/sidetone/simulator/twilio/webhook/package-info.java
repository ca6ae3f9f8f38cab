/** Twilio's requests to the server's webhooks. */
@NullMarked
package dev.sidetone.simulator.twilio.webhook;

import org.jspecify.annotations.NullMarked;
