/** What a new user reads first. */
@NullMarked
package dev.sidetone.ui.welcome;

import org.jspecify.annotations.NullMarked;
