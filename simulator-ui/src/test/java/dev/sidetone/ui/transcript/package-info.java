@NullMarked
package dev.sidetone.ui.transcript;

import org.jspecify.annotations.NullMarked;
