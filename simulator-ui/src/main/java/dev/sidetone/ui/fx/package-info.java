/** The FX thread: its one door, its pulse, and what every pane needs of it. */
@NullMarked
package dev.sidetone.ui.fx;

import org.jspecify.annotations.NullMarked;
