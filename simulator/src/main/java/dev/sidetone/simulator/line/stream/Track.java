package dev.sidetone.simulator.line.stream;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a call a stream carries: what the caller says, what the caller hears, or both. */
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

    /** The word in TwiML. */
    public String word() {
        return word;
    }

    /** The names in messages. */
    List<String> tracks() {
        return switch (this) {
            case INBOUND -> List.of("inbound");
            case OUTBOUND -> List.of("outbound");
            case BOTH -> List.of("inbound", "outbound");
        };
    }

    /** How many of a call's tracks it takes. */
    public int count() {
        return tracks().size();
    }
}
