@NullMarked
package dev.sidetone.simulator.wire;

import org.jspecify.annotations.NullMarked;
