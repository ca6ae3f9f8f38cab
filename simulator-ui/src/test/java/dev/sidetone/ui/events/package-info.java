/** Tests of the event list. */
@NullMarked
package dev.sidetone.ui.events;

import org.jspecify.annotations.NullMarked;
