/** Where everything is wired and started. */
@NullMarked
package dev.sidetone.ui.app;

import org.jspecify.annotations.NullMarked;
