/** Tests of the timeline's picture, drawn without a display. */
@NullMarked
package dev.sidetone.ui.timeline;

import org.jspecify.annotations.NullMarked;
