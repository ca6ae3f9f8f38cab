/** The fake of PyAI Omni, in its plain and its tagged framing. */
@NullMarked
package dev.sidetone.simulator.agent.omni;

import org.jspecify.annotations.NullMarked;
