/** What is selected in the call in view; shared by every pane that shows or selects a part of it. */
@NullMarked
package dev.sidetone.ui.selection;

import org.jspecify.annotations.NullMarked;
