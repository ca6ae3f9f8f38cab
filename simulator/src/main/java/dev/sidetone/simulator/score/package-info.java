/** The judging of calls by two-channel recordings of them, whoever made the recording. */
@NullMarked
package dev.sidetone.simulator.score;

import org.jspecify.annotations.NullMarked;
