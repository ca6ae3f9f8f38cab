package dev.sidetone.simulator.line.sound;

import dev.sidetone.fixtures.ProbeKind;
import org.jspecify.annotations.Nullable;

/**
 * The beginning or the end of an utterance of a caller who knows its edges. Immutable.
 *
 * @param atNs its first voiced sample, or the end of its last
 * @param starts whether the caller begins to speak
 * @param words what is said, where that is known; null at an end
 * @param lengthNs how long it takes to say, where that is known; else 0
 * @param probe the kind of probe that it is; null for a turn
 */
public record VoicedEdge(long atNs, boolean starts, @Nullable String words, long lengthNs, @Nullable ProbeKind probe) {}
