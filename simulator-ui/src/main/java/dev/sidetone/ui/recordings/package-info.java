/** The recordings of the window's calls: whether they are kept, where, and how to be rid of them. */
@NullMarked
package dev.sidetone.ui.recordings;

import org.jspecify.annotations.NullMarked;
