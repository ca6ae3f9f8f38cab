/** Twilio's half of the bridge: Media Streams messages, the leg that speaks them, TwiML, signatures. */
@NullMarked
package dev.sidetone.bridge.twilio;

import org.jspecify.annotations.NullMarked;
