/** What happened in a call, in words. */
@NullMarked
package dev.sidetone.ui.events;

import org.jspecify.annotations.NullMarked;
