package dev.sidetone.bridge.twilio.rest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What Twilio's debugger says of a call.
 *
 * @param sid starts with NO
 * @param code Twilio's number, such as 11200
 * @param level {@code error}, {@code warning}, {@code notice} or {@code debug}
 * @param text for a person
 * @param moreInfo a page about it, or an empty text
 * @param at when, or null where Twilio does not say
 */
public record TwilioAlert(String sid, String code, String level, String text, String moreInfo, @Nullable Instant at) {}
