@NullMarked
package dev.sidetone.ui.details;

import org.jspecify.annotations.NullMarked;
