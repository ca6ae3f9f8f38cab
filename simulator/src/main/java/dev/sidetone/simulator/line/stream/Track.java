package dev.sidetone.simulator.line.stream;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a call a stream carries: what the caller says, what the caller hears, or both. */
public enum Track {
    INBOUND("inbound_track", List.of("inbound")),
    OUTBOUND("outbound_track", List.of("outbound")),
    BOTH("both_tracks", List.of("inbound", "outbound"));

    private final String word;
    private final List<String> tracks;

    Track(String word, List<String> tracks) {
        this.word = word;
        this.tracks = tracks;
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
        return tracks;
    }

    /** How many of a call's tracks it takes. */
    public int count() {
        return tracks.size();
    }
}
