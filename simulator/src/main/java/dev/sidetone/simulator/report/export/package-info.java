/** A recorded call in files for other programs: players, browsers, editors of sound, spreadsheets. */
@NullMarked
package dev.sidetone.simulator.report.export;

import org.jspecify.annotations.NullMarked;
