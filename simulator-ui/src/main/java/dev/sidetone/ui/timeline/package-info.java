/** A call as a picture: both voices over time, and what happened between them. */
@NullMarked
package dev.sidetone.ui.timeline;

import org.jspecify.annotations.NullMarked;
