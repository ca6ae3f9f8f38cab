/** Simulated phone calls in JUnit 5 tests: a call is written down step by step, made, and judged by what the caller heard. */
@NullMarked
package dev.sidetone.junit;

import org.jspecify.annotations.NullMarked;
