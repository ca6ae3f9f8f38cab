/** The OpenAI Realtime wire. */
@NullMarked
package dev.sidetone.bridge.agent.openai;

import org.jspecify.annotations.NullMarked;
