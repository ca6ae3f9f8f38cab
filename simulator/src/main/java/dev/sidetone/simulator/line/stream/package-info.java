/** The streams of a call, whoever the carrier is: sockets, playout queue, marks, and the type of a carrier's messages. */
@NullMarked
package dev.sidetone.simulator.line.stream;

import org.jspecify.annotations.NullMarked;
