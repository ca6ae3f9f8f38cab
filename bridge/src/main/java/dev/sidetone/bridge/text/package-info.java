/** The gate for text that others wrote, before a person or a file gets it. Imports nothing of ours. */
@NullMarked
package dev.sidetone.bridge.text;

import org.jspecify.annotations.NullMarked;
