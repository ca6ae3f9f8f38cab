/** The numbers and texts of the selected part of the call in view. */
@NullMarked
package dev.sidetone.ui.details;

import org.jspecify.annotations.NullMarked;
