/** Calls that a server under test places to the window, through the fake Twilio's REST API. */
@NullMarked
package dev.sidetone.ui.inbound;

import org.jspecify.annotations.NullMarked;
