/** The fake of Google's Gemini Live API. */
@NullMarked
package dev.sidetone.simulator.agent.gemini;

import org.jspecify.annotations.NullMarked;
