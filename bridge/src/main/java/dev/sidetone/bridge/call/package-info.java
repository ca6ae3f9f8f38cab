/** One phone call: two legs and whose turn it is. */
@NullMarked
package dev.sidetone.bridge.call;

import org.jspecify.annotations.NullMarked;
