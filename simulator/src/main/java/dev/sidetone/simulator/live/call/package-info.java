/** The calls of live mode: the bridge's messages become the timeline that a simulated call has, and Twilio's alerts become findings. */
@NullMarked
package dev.sidetone.simulator.live.call;

import org.jspecify.annotations.NullMarked;
