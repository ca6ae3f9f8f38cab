/** Whom to call, who speaks, calling and hanging up. */
@NullMarked
package dev.sidetone.ui.call;

import org.jspecify.annotations.NullMarked;
