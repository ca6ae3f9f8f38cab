/** The introduction for new users. */
@NullMarked
package dev.sidetone.ui.welcome;

import org.jspecify.annotations.NullMarked;
