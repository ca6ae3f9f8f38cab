/** The description of a call before it is placed: numbers, account, identifiers, signatures. */
@NullMarked
package dev.sidetone.simulator.twilio.plan;

import org.jspecify.annotations.NullMarked;
