/** JavaFX building blocks that all panes share: FX thread, pulse, style sheets, overlays and controls. */
@NullMarked
package dev.sidetone.ui.fx;

import org.jspecify.annotations.NullMarked;
