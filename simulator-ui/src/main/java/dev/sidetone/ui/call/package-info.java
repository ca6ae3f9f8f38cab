/** The dial pane: choosing server, agent and caller, calling and hanging up. */
@NullMarked
package dev.sidetone.ui.call;

import org.jspecify.annotations.NullMarked;
