/** The one reader of files that people or other programs name. Imports nothing of ours. */
@NullMarked
package dev.sidetone.bridge.file;

import org.jspecify.annotations.NullMarked;
