@NullMarked
package dev.sidetone.ui.findings;

import org.jspecify.annotations.NullMarked;
