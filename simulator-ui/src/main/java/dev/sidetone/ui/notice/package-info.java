/** The notice of a problem and its cure. */
@NullMarked
package dev.sidetone.ui.notice;

import org.jspecify.annotations.NullMarked;
