/** Many calls at once: who calls when, what the calls give together, and how many calls a server takes. */
@NullMarked
package dev.sidetone.simulator.load;

import org.jspecify.annotations.NullMarked;
