/** The sound devices and their levels. */
@NullMarked
package dev.sidetone.ui.sound;

import org.jspecify.annotations.NullMarked;
