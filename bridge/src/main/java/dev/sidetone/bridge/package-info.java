/** The bridge as a server: its routes, the calls that run on it, its metrics, and how it starts and stops. */
@NullMarked
package dev.sidetone.bridge;

import org.jspecify.annotations.NullMarked;
