/** The AssemblyAI Voice Agent wire. */
@NullMarked
package dev.sidetone.bridge.agent.assemblyai;

import org.jspecify.annotations.NullMarked;
