/** Telephone audio: frames and chunks of 8 kHz mu-law, resampling and levels. Knows neither agents nor calls. */
@NullMarked
package dev.sidetone.bridge.audio;

import org.jspecify.annotations.NullMarked;
