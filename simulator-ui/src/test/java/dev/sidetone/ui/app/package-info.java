/** The whole window, driven as a person would. */
@NullMarked
package dev.sidetone.ui.app;

import org.jspecify.annotations.NullMarked;
