/** Programs that measure or check Sidetone from outside; none of it is part of the product. */
@NullMarked
package dev.sidetone.bench;

import org.jspecify.annotations.NullMarked;
