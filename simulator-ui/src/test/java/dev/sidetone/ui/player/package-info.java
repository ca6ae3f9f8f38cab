/** Tests of listening to a call and exporting it. */
@NullMarked
package dev.sidetone.ui.player;

import org.jspecify.annotations.NullMarked;
