/** Tests of the whole project's sources and documents, run in the last module because all others are built by then. */
@NullMarked
package dev.sidetone.project;

import org.jspecify.annotations.NullMarked;
