/** Peers on plain sockets, which can do what no library does: strangers, a stream of Twilio's, servers and agents. */
@NullMarked
package dev.sidetone.bench.peer;

import org.jspecify.annotations.NullMarked;
