/** Twilio's ConversationRelay: hears the caller in words, speaks the server's texts, and judges its messages. */
@NullMarked
package dev.sidetone.simulator.twilio.relay;

import org.jspecify.annotations.NullMarked;
