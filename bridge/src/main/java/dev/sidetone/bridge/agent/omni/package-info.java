/** The PyAI Omni wire, in both of its framings. */
@NullMarked
package dev.sidetone.bridge.agent.omni;

import org.jspecify.annotations.NullMarked;
