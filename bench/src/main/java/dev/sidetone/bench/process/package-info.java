/** Commands of Sidetone as processes of their own, and what such a process holds. */
@NullMarked
package dev.sidetone.bench.process;

import org.jspecify.annotations.NullMarked;
