/** What one call is made of before it is placed: numbers, account, identifiers, signatures. */
@NullMarked
package dev.sidetone.simulator.twilio.plan;

import org.jspecify.annotations.NullMarked;
