/** The Inworld Realtime wire: OpenAI's, with a profile. */
@NullMarked
package dev.sidetone.bridge.agent.inworld;

import org.jspecify.annotations.NullMarked;
