/** The sockets to the servers under test: HTTP and WebSocket as Twilio uses them. */
@NullMarked
package dev.sidetone.simulator.line.net;

import org.jspecify.annotations.NullMarked;
