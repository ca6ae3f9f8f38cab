/** Fake agents: servers that speak a vendor's wire, listen, think, speak and can be interrupted. */
@NullMarked
package dev.sidetone.simulator.agent;

import org.jspecify.annotations.NullMarked;
