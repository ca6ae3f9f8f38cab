/** The picture of a call, by itself and drawn without a display. */
@NullMarked
package dev.sidetone.ui.timeline;

import org.jspecify.annotations.NullMarked;
