/** The list of a call's events. */
@NullMarked
package dev.sidetone.ui.events;

import org.jspecify.annotations.NullMarked;
