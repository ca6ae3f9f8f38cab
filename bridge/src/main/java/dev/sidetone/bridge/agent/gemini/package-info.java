/** The wire of Google's Gemini Live API. */
@NullMarked
package dev.sidetone.bridge.agent.gemini;

import org.jspecify.annotations.NullMarked;
