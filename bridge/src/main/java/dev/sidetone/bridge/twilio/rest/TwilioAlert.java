package dev.sidetone.bridge.twilio.rest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alert of Twilio's debugger about a call.
 *
 * @param sid its id, which starts with NO
 * @param code Twilio's error code, such as 11200
 * @param level {@code error}, {@code warning}, {@code notice} or {@code debug}
 * @param text the message, for people
 * @param moreInfo the URL of a page about it, or an empty text
 * @param at its time, or null where Twilio states none
 */
public record TwilioAlert(String sid, String code, String level, String text, String moreInfo, @Nullable Instant at) {}
