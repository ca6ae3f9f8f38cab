package dev.sidetone.bridge.twilio.rest;

/**
 * A number of the account that takes calls, as it was when it was read. Immutable.
 *
 * @param sid starts with PN
 * @param number E.164
 * @param name what its owner calls it
 */
public record VoiceNumber(String sid, String number, String name, VoiceSettings settings) {}
