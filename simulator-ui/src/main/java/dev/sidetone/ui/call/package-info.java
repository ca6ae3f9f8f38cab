/** The controls of a call: target, caller, call and hang up. */
@NullMarked
package dev.sidetone.ui.call;

import org.jspecify.annotations.NullMarked;
