/** Twilio's side of the bridge: Media Streams messages, the leg that sends and receives them, TwiML, webhooks and signatures. */
@NullMarked
package dev.sidetone.bridge.twilio;

import org.jspecify.annotations.NullMarked;
