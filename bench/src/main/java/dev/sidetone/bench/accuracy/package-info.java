/** The accuracy of what Sidetone measures: calls whose truth is known, and the same calls measured in other ways. */
@NullMarked
package dev.sidetone.bench.accuracy;

import org.jspecify.annotations.NullMarked;
