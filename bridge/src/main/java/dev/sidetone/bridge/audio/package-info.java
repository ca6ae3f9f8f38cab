/** Telephone audio and its arithmetic: 8 kHz mu-law, and nothing that knows a wire or a call. */
@NullMarked
package dev.sidetone.bridge.audio;

import org.jspecify.annotations.NullMarked;
