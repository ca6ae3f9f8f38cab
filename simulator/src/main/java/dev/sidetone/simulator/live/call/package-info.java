/** Live calls on timelines: what the bridge's taps hear becomes the facts that a simulated call has, measured at the bridge. */
@NullMarked
package dev.sidetone.simulator.live.call;

import org.jspecify.annotations.NullMarked;
