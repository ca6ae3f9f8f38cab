package dev.sidetone.simulator.recording;

import dev.sidetone.simulator.timeline.Fact;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code events.jsonl}: a fact, and where the sound of it lies. Immutable.
 *
 * @param saidSample of a tick: the sample of {@code call.wav} at which what was said begins
 * @param heardSample of a tick: the sample at which what was heard begins
 * @param sentByte of audio of the server: the byte of {@code sent.ulaw} at which it begins
 */
record FactLine(Fact fact, @Nullable Long saidSample, @Nullable Long heardSample, @Nullable Long sentByte) {}
