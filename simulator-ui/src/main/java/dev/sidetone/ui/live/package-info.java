/** Live mode: a real number that rings the embedded bridge, and its calls. */
@NullMarked
package dev.sidetone.ui.live;

import org.jspecify.annotations.NullMarked;
