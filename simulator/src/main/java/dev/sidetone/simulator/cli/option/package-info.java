/** Groups of command-line options that commands share as picocli mixins, and the converters that read their values. */
@NullMarked
package dev.sidetone.simulator.cli.option;

import org.jspecify.annotations.NullMarked;
