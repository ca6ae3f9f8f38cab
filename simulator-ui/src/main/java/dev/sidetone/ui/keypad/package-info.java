/** The telephone keypad. */
@NullMarked
package dev.sidetone.ui.keypad;

import org.jspecify.annotations.NullMarked;
