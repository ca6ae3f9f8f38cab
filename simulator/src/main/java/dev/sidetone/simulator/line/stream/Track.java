package dev.sidetone.simulator.line.stream;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of a call that a stream carries: what the caller says, what the caller hears, or both. */
public enum Track {
    INBOUND("inbound_track"),
    OUTBOUND("outbound_track"),
    BOTH("both_tracks");

    private final String word;

    Track(String word) {
        this.word = word;
    }

    /** The track of TwiML's {@code word}, or null. */
    public static @Nullable Track of(String word) {
        for (Track track : values()) {
            if (track.word.equals(word)) {
                return track;
            }
        }
        return null;
    }

    /** The word in TwiML and in the call's facts. */
    public String word() {
        return word;
    }

    /** The single tracks that it stands for. */
    public List<Track> singles() {
        return this == BOTH ? List.of(INBOUND, OUTBOUND) : List.of(this);
    }
}
