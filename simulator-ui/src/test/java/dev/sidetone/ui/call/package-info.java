/** Tests of the dial pane's models. */
@NullMarked
package dev.sidetone.ui.call;

import org.jspecify.annotations.NullMarked;
