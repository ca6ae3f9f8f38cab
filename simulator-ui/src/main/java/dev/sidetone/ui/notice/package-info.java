/** What stands in the way, with its cure. */
@NullMarked
package dev.sidetone.ui.notice;

import org.jspecify.annotations.NullMarked;
