/** Settings in YAML files, read so that a mistake is told with its file, its line and what was meant. */
@NullMarked
package dev.sidetone.bridge.settings;

import org.jspecify.annotations.NullMarked;
