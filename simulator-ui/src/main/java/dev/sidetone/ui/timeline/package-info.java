/** The timeline of a call as a picture: both voices over time, with turns, barge-ins, keys and marks. */
@NullMarked
package dev.sidetone.ui.timeline;

import org.jspecify.annotations.NullMarked;
