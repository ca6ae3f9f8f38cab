/** The figures of a call: time to first audio and time to silence after a barge-in. */
@NullMarked
package dev.sidetone.ui.latency;

import org.jspecify.annotations.NullMarked;
