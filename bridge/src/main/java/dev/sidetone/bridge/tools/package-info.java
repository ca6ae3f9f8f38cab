/** What an agent may ask for during a call: the tools that the bridge brings along, and those that are somewhere on HTTP. */
@NullMarked
package dev.sidetone.bridge.tools;

import org.jspecify.annotations.NullMarked;
