/** Listening to the call in view, and its export into files for other programs. */
@NullMarked
package dev.sidetone.ui.player;

import org.jspecify.annotations.NullMarked;
