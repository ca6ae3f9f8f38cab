/** The fake of AssemblyAI's Voice Agent API. */
@NullMarked
package dev.sidetone.simulator.agent.assemblyai;

import org.jspecify.annotations.NullMarked;
