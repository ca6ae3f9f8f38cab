@NullMarked
package dev.sidetone.bridge.file;

import org.jspecify.annotations.NullMarked;
