package dev.sidetone.simulator.twilio.twiml;

/** A verb that takes its time. Owned by its call, on the line thread. */
interface RunningVerb {
    /** Begins; the end is told to whoever made it, once. */
    void begin();

    /** The caller pressed a key outside a stream. */
    void key(char key);

    /** Gives up: nothing of it is heard or told any more. Harmless when it has ended. */
    void drop();
}
