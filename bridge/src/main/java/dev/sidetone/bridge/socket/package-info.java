/** The bridge's port for HTTP and WebSockets, and the only package that knows the server library (Vert.x). */
@NullMarked
package dev.sidetone.bridge.socket;

import org.jspecify.annotations.NullMarked;
