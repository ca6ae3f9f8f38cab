/** Twilio's REST API over the calls of this process: resources, answers, errors. */
@NullMarked
package dev.sidetone.simulator.twilio.rest;

import org.jspecify.annotations.NullMarked;
