/** Numbers to text: the terminal and JSON. */
@NullMarked
package dev.sidetone.simulator.report;

import org.jspecify.annotations.NullMarked;
