/** The telephone's keys. */
@NullMarked
package dev.sidetone.ui.keypad;

import org.jspecify.annotations.NullMarked;
