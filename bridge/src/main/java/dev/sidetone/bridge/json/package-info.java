/** JSON of plain shape read and written without a tree, for what comes every 20 ms. Knows no message. */
@NullMarked
package dev.sidetone.bridge.json;

import org.jspecify.annotations.NullMarked;
