/** Twilio's requests to the server's webhooks. */
@NullMarked
package dev.sidetone.simulator.line.webhook;

import org.jspecify.annotations.NullMarked;
