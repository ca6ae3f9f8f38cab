package dev.sidetone.simulator.twilio.twiml;

/** A verb that is being carried out and ends later, such as {@code <Gather>}. Owned by its call, on the line thread. */
interface RunningVerb {
    /** Begins; the end is reported once, to whoever made it. */
    void begin();

    /** The caller pressed a key outside a stream. */
    void key(char key);

    /** Gives up: nothing of it is heard or reported any more. Harmless when it has ended. */
    void drop();
}
