/** One phone call inside the bridge: its two legs, turn-taking, playout and the sessions with its agent. */
@NullMarked
package dev.sidetone.bridge.call;

import org.jspecify.annotations.NullMarked;
