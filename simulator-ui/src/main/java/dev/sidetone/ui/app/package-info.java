/** The application: start of the process, main window and the connections between all panes and models. */
@NullMarked
package dev.sidetone.ui.app;

import org.jspecify.annotations.NullMarked;
