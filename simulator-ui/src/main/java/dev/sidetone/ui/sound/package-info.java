/** The sound devices and how loud they are. */
@NullMarked
package dev.sidetone.ui.sound;

import org.jspecify.annotations.NullMarked;
