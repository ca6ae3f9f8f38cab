/** Calls, numbers and alerts over Twilio's REST API, by Twilio's own SDK. */
@NullMarked
package dev.sidetone.bridge.twilio.rest;

import org.jspecify.annotations.NullMarked;
