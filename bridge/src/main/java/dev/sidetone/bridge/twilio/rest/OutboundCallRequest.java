package dev.sidetone.bridge.twilio.rest;

import java.net.URI;
import java.time.Duration;

/**
 * The parameters of a call that Twilio is to place.
 *
 * @param from a number of the account, E.164
 * @param to the number to call, E.164
 * @param voiceUrl requested by POST once the call is answered
 * @param statusCallback gets a POST when the call is initiated, rings, is answered and is completed
 * @param rings the longest time that it may ring
 * @param limit its maximum length
 */
public record OutboundCallRequest(
        String from, String to, URI voiceUrl, URI statusCallback, Duration rings, Duration limit) {}
