@NullMarked
package dev.sidetone.ui.selection;

import org.jspecify.annotations.NullMarked;
