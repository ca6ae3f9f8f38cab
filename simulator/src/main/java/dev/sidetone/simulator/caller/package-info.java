/** The callers that speak into the line: scripted, recorded and microphone callers. */
@NullMarked
package dev.sidetone.simulator.caller;

import org.jspecify.annotations.NullMarked;
