/** The tools that an agent may call during a call: built-in ones, and those behind HTTP. */
@NullMarked
package dev.sidetone.bridge.tools;

import org.jspecify.annotations.NullMarked;
