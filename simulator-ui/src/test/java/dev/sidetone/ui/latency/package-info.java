/** Tests of the displayed figures. */
@NullMarked
package dev.sidetone.ui.latency;

import org.jspecify.annotations.NullMarked;
