/** One Media Stream: what Twilio says, hears, queues and plays. */
@NullMarked
package dev.sidetone.simulator.line.stream;

import org.jspecify.annotations.NullMarked;
