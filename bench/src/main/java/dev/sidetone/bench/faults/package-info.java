/** Faults and attacks against running processes: {@code bench/run faults}, and the page about them. */
@NullMarked
package dev.sidetone.bench.faults;

import org.jspecify.annotations.NullMarked;
