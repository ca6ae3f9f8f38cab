@NullMarked
package dev.sidetone.ui.live;

import org.jspecify.annotations.NullMarked;
