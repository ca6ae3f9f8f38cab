@NullMarked
package dev.sidetone.bridge.text;

import org.jspecify.annotations.NullMarked;
