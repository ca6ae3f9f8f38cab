/** The messages of the call in view on both of its wires. */
@NullMarked
package dev.sidetone.ui.wire;

import org.jspecify.annotations.NullMarked;
