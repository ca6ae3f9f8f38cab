/** The speech agent's half of the bridge: what a call may ask of an agent, and what an agent reports to it. */
@NullMarked
package dev.sidetone.bridge.agent;

import org.jspecify.annotations.NullMarked;
