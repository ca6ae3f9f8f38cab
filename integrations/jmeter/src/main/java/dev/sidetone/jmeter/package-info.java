/** Simulated phone calls as samples of Apache JMeter: one sample for each call, all calls of a JVM on one wheel. */
@NullMarked
package dev.sidetone.jmeter;

import org.jspecify.annotations.NullMarked;
