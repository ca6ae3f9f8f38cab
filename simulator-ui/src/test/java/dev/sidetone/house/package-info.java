/** The rules that hold the house together, each shown to catch what it forbids. */
@NullMarked
package dev.sidetone.house;

import org.jspecify.annotations.NullMarked;
