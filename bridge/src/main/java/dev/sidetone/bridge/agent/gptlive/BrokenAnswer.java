package dev.sidetone.bridge.agent.gptlive;

/**
 * Tells an answer that was broken off for the caller from one that just ended, which the wire does not say: the caller began to speak over it,
 * it fell silent, and its words end in the middle of a sentence. One per session, on the call's event loop.
 */
final class BrokenAnswer {
    /** Words lag behind the sound; after so much silence they are there. */
    private static final long JUDGED_MS = 700;
    /** An agent that talks on for longer has not stopped for the caller. */
    private static final long TALKS_ON_NS = 2_000_000_000L;

    private boolean watched;
    private long onsetNs;

    /** The caller begins to speak. */
    void callerBegins(LiveTrack track, long atNs) {
        watched = track.isSounding();
        onsetNs = atNs;
    }

    /**
     * True once, when it is known that the answer was broken off.
     *
     * @param begins whether another answer begins now
     */
    boolean isKnown(LiveTrack track, boolean begins, LiveTranscript words, long atNs) {
        if (watched && (begins || track.silentMs() >= JUDGED_MS)) {
            watched = false;
            return words.endsInMidSentence();
        }
        watched &= track.silentMs() > 0 || atNs - onsetNs < TALKS_ON_NS;
        return false;
    }
}
