/** The words of the call in view. */
@NullMarked
package dev.sidetone.ui.transcript;

import org.jspecify.annotations.NullMarked;
