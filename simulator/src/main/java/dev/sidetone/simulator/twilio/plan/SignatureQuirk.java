package dev.sidetone.simulator.twilio.plan;

/** What is not known of the way in which Twilio signs: each is one of two forms, and a server should take both. */
public enum SignatureQuirk {
    /** The Stream's URL is signed with a slash added to its path. */
    STREAM_SLASH,
    /** The Stream's URL is signed without its port. */
    STREAM_WITHOUT_PORT,
    /** The https URL of a status callback is signed without its port, as a voice URL's is. */
    CALLBACK_WITHOUT_PORT
}
