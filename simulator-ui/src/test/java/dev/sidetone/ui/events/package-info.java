/** What happened, in words. */
@NullMarked
package dev.sidetone.ui.events;

import org.jspecify.annotations.NullMarked;
