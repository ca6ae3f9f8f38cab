/** OpenAI's GPT-Live. */
@NullMarked
package dev.sidetone.bridge.agent.gptlive;

import org.jspecify.annotations.NullMarked;
