package dev.sidetone.bridge.agent;

import dev.sidetone.bridge.audio.MulawChunk;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The caller's words and keys that an earlier session never answered.
 *
 * @param audio all of it as it was heard, with what came before it and after it
 * @param words the same in words, empty where nobody knows them, or null when the caller had not finished
 * @param keys what was pressed
 */
public record MissedTurn(List<MulawChunk> audio, @Nullable String words, String keys) {
    public MissedTurn {
        audio = List.copyOf(audio);
    }
}
