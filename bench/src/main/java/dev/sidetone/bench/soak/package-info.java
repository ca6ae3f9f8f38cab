/** Many calls at once for hours: {@code bench/run soak}, its samples, its graph and its verdict. */
@NullMarked
package dev.sidetone.bench.soak;

import org.jspecify.annotations.NullMarked;
