@NullMarked
package dev.sidetone.ui.wire;

import org.jspecify.annotations.NullMarked;
