/** The fake of OpenAI Realtime, in its GA and its beta shape. */
@NullMarked
package dev.sidetone.simulator.agent.openai;

import org.jspecify.annotations.NullMarked;
