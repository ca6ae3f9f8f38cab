/** Numbers as they are shown. */
@NullMarked
package dev.sidetone.ui.latency;

import org.jspecify.annotations.NullMarked;
