/** The list of calls, old ones in view again, and one compared with another. */
@NullMarked
package dev.sidetone.ui.calls;

import org.jspecify.annotations.NullMarked;
