/** Tests of the list of calls. */
@NullMarked
package dev.sidetone.ui.calls;

import org.jspecify.annotations.NullMarked;
