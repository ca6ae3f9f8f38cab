/** What Twilio itself lets a caller hear: words, files, tones, silence. */
@NullMarked
package dev.sidetone.simulator.line.sound;

import org.jspecify.annotations.NullMarked;
