/** The texts of Twilio's Media Streams: what Twilio sends, and the strict reader of what a server sends. */
@NullMarked
package dev.sidetone.simulator.twilio.stream;

import org.jspecify.annotations.NullMarked;
