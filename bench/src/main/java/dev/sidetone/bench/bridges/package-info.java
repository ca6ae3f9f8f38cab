/** Bridges under load, side by side: Sidetone's and others that do the same, each as a process of its own. */
@NullMarked
package dev.sidetone.bench.bridges;

import org.jspecify.annotations.NullMarked;
