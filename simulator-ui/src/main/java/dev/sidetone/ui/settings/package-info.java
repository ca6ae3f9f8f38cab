/** The window's preferences and its theme. */
@NullMarked
package dev.sidetone.ui.settings;

import org.jspecify.annotations.NullMarked;
