/** Scenarios in the window: opened, played, watched step by step, and made of a call. */
@NullMarked
package dev.sidetone.ui.scenario;

import org.jspecify.annotations.NullMarked;
