/** The fake of Inworld Realtime, which builds on OpenAI's. */
@NullMarked
package dev.sidetone.simulator.agent.inworld;

import org.jspecify.annotations.NullMarked;
