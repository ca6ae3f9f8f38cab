/** What is wrong with the call in view: the list of its findings. */
@NullMarked
package dev.sidetone.ui.findings;

import org.jspecify.annotations.NullMarked;
