/** What is remembered, and where. */
@NullMarked
package dev.sidetone.ui.settings;

import org.jspecify.annotations.NullMarked;
