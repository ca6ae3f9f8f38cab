package dev.sidetone.simulator.doctor;

import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.audio.SpeechEnergy;

/** Follows what an agent says, as if it were played at once: when it begins, and when it is over. Owned by one visit, on its loop. */
final class AgentSound {
    /** The silence after which the agent has finished. */
    private static final long PAUSE_NS = 600_000_000L;

    private boolean heard;
    private long playedNs;
    private long audibleNs;

    /** Takes in a piece that came at {@code atNs}; returns whether it is the first that can be heard. */
    boolean hear(MulawChunk chunk, long atNs) {
        playedNs = Math.max(playedNs, atNs) + (long) (chunk.ms() * 1e6);
        if (!isAudible(chunk)) {
            return false;
        }
        boolean first = !heard;
        heard = true;
        audibleNs = playedNs;
        return first;
    }

    /** Whether anything was heard. */
    boolean isHeard() {
        return heard;
    }

    /** Whether something was heard, and silence long enough since. */
    boolean isOver(long nowNs) {
        return heard && nowNs - audibleNs >= PAUSE_NS;
    }

    /** What comes next begins anew. */
    void forget() {
        heard = false;
    }

    private static boolean isAudible(MulawChunk chunk) {
        byte[] mulaw = chunk.decode();
        int window = Math.min(SpeechEnergy.WINDOW, mulaw.length);
        for (int at = 0; window > 0 && at + window <= mulaw.length; at += window) {
            if (SpeechEnergy.isAudible(SpeechEnergy.dbm0(mulaw, at, window))) {
                return true;
            }
        }
        return false;
    }
}
