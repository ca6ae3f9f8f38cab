package dev.sidetone.simulator.twilio.plan;

/** The strictness with which a server's messages on a stream are judged. */
public enum MessageRules {
    /** Further fields are read over, and of a payload as much is decoded as can be. */
    LENIENT,
    /** What breaks the protocol of messages is ignored and found as 31951. */
    USUAL,
    /** What breaks the protocol of messages ends the stream with 31924, as Twilio's page of that code has it since April 2026. */
    STRICT
}
