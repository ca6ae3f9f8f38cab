/** Tests of the whole window, operated as a user does. */
@NullMarked
package dev.sidetone.ui.app;

import org.jspecify.annotations.NullMarked;
