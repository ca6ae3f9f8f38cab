/** The port of one WebSocket and one HTTP endpoint, and the only room that knows the server library. */
@NullMarked
package dev.sidetone.bridge.socket;

import org.jspecify.annotations.NullMarked;
