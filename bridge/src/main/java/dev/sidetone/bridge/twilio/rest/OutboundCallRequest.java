package dev.sidetone.bridge.twilio.rest;

import java.net.URI;
import java.time.Duration;

/**
 * A call that Twilio is to place.
 *
 * @param from a number of the account, E.164
 * @param to who is called, E.164
 * @param voiceUrl asked by POST once somebody has answered
 * @param statusCallback told by POST that it is initiated, rings, is answered, is over
 * @param rings how long it may ring
 * @param limit when it ends at the latest
 */
public record OutboundCallRequest(
        String from, String to, URI voiceUrl, URI statusCallback, Duration rings, Duration limit) {}
