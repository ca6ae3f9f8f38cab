package dev.sidetone.simulator.twilio.plan;

/** A detail of Twilio's signatures that is not known: each has two forms, and a server should take both. */
public enum SignatureQuirk {
    /** The Stream's URL is signed with a slash added to its path. */
    STREAM_SLASH,
    /** The Stream's URL is signed without its port. */
    STREAM_WITHOUT_PORT,
    /** The https URL of a status callback is signed without its port, as a voice URL's is. */
    CALLBACK_WITHOUT_PORT
}
