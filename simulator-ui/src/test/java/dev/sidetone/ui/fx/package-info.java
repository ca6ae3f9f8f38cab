/** How tests start JavaFX. */
@NullMarked
package dev.sidetone.ui.fx;

import org.jspecify.annotations.NullMarked;
