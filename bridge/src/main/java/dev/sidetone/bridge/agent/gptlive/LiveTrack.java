package dev.sidetone.bridge.agent.gptlive;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.audio.SpeechEnergy;

/**
 * Finds the answers in a track that goes on in real time, with silence where nobody speaks. One per conversation, on the call's event loop.
 *
 * <p>Silence is not passed on: after {@link #TAIL_BYTES} of it there is nothing to play, and what follows plays when it comes. So a network
 * that stalls and catches up delays the caller until the next pause and no longer. After {@link #END_BYTES} of silence the next sound is
 * another answer; after {@link #TAIL_BYTES}, if the caller has spoken meanwhile or a tool's result is due.
 */
final class LiveTrack {
    /** What follows the last sound and still belongs to it, 200 ms. */
    private static final int TAIL_BYTES = LineFrame.RATE_HZ / 5;
    /** A pause within a sentence, 300 ms. */
    private static final int PAUSE_BYTES = LineFrame.RATE_HZ * 3 / 10;
    /** The silence that ends an answer, 800 ms. */
    private static final int END_BYTES = LineFrame.RATE_HZ * 4 / 5;
    /** With more than this waiting to be heard, every silent piece is left out. */
    private static final long MOST_AHEAD_NS = 300_000_000L;
    /** With more than this waiting, the caller notices. */
    private static final long CREEP_NS = 1_000_000_000L;

    /** What becomes of a piece of the track. */
    enum Part {
        SILENCE,
        SPEECH
    }

    private int silentBytes = END_BYTES;
    private int answers;
    private long heardAtNs;
    private boolean crept;
    private boolean callerSpeaks;
    /** The caller has spoken since the track was last heard while the caller was silent. */
    private boolean spokenOver;

    private boolean answerDue;

    /** The caller begins, or stops. */
    void callerSpeaks(boolean speaking) {
        callerSpeaks = speaking;
        spokenOver |= speaking;
    }

    /** The agent was given what a tool gave: what it says after its filler is another answer. */
    void answerIsDue() {
        answerDue = true;
    }

    /** The part that {@code piece} plays, which arrived at {@code atNs}. */
    Part take(MulawChunk piece, long atNs) {
        if (isAudible(piece.decode())) {
            if (silentBytes >= (spokenOver || answerDue ? TAIL_BYTES : END_BYTES)) {
                answers++;
                spokenOver = false;
                answerDue = false;
            }
            spokenOver &= callerSpeaks;
            silentBytes = 0;
            return play(piece, atNs);
        }
        boolean tail = silentBytes < TAIL_BYTES && heardAtNs - atNs < MOST_AHEAD_NS;
        silentBytes = Math.min(END_BYTES, silentBytes + piece.bytes());
        return tail ? play(piece, atNs) : Part.SILENCE;
    }

    /** The name of the answer that the last speech belongs to. */
    String answerId() {
        return "live-" + answers;
    }

    /** Whether it is heard, or pauses for no longer than within a sentence. */
    boolean isSounding() {
        return silentBytes <= PAUSE_BYTES;
    }

    /** How long it has been silent, in milliseconds, as far as that matters. */
    long silentMs() {
        return silentBytes * 1000L / LineFrame.RATE_HZ;
    }

    /** Whether the last answer is over. */
    boolean isOver() {
        return silentBytes >= END_BYTES;
    }

    /** How much of the track waits to be heard by the caller, in milliseconds. */
    long aheadMs(long atNs) {
        return Math.max(0, heardAtNs - atNs) / 1_000_000;
    }

    /** True once, when the caller hears the track a second late: it came in a burst, and no pause has made up for it. */
    boolean creeps(long atNs) {
        boolean first = !crept && heardAtNs - atNs > CREEP_NS;
        crept |= first;
        return first;
    }

    private Part play(MulawChunk piece, long atNs) {
        heardAtNs = Math.max(heardAtNs, atNs) + piece.bytes() * LineFrame.SAMPLE_NS;
        return Part.SPEECH;
    }

    private static boolean isAudible(byte[] mulaw) {
        for (int at = 0; at < mulaw.length; at += SpeechEnergy.WINDOW) {
            int length = Math.min(SpeechEnergy.WINDOW, mulaw.length - at);
            if (SpeechEnergy.isAudible(SpeechEnergy.dbm0(mulaw, at, length))) {
                return true;
            }
        }
        return false;
    }
}
