package dev.sidetone.bridge.twilio.rest;

/**
 * A phone number of the account that takes calls, with its settings when it was read. Immutable.
 *
 * @param sid its id, which starts with PN
 * @param number the number itself, E.164
 * @param name its name in Twilio's console
 */
public record VoiceNumber(String sid, String number, String name, VoiceSettings settings) {}
