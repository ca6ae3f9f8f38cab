/** Tests of the sound devices' model. */
@NullMarked
package dev.sidetone.ui.sound;

import org.jspecify.annotations.NullMarked;
