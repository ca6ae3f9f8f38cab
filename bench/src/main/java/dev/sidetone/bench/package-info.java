/** Measurements of the instrument itself, run on request and never as a test. */
@NullMarked
package dev.sidetone.bench;

import org.jspecify.annotations.NullMarked;
