/** Live mode in the window: the steps to a real number that rings the embedded bridge, and the list of its calls. */
@NullMarked
package dev.sidetone.ui.live;

import org.jspecify.annotations.NullMarked;
