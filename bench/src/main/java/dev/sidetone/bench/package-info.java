/** Programs that measure or check Sidetone from outside. They are not part of the product. */
@NullMarked
package dev.sidetone.bench;

import org.jspecify.annotations.NullMarked;
