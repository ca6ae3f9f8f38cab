/** The controls for recordings of calls. */
@NullMarked
package dev.sidetone.ui.recordings;

import org.jspecify.annotations.NullMarked;
