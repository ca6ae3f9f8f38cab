/** The formatting of calls as one self-contained HTML page. */
@NullMarked
package dev.sidetone.simulator.report.html;

import org.jspecify.annotations.NullMarked;
