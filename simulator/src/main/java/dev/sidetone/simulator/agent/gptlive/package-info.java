/** The fake of OpenAI's GPT-Live. */
@NullMarked
package dev.sidetone.simulator.agent.gptlive;

import org.jspecify.annotations.NullMarked;
