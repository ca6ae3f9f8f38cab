/** Reads settings from YAML files, and reports mistakes with file, line and a suggestion. */
@NullMarked
package dev.sidetone.bridge.settings;

import org.jspecify.annotations.NullMarked;
