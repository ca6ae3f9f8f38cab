/** Tests of the files into which a recorded call is exported. */
@NullMarked
package dev.sidetone.simulator.report.export;

import org.jspecify.annotations.NullMarked;
