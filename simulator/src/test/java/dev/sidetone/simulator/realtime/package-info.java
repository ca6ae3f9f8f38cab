/**
 * What tests in real time share. Such a test waits for what it expects by an event, with a bound of a minute that only decides how long a
 * failure takes; it compares figures only where its own run reports that they were judged and reliable; it makes a run that reports
 * otherwise again, twice at most; it asserts order and content, not speed.
 */
@NullMarked
package dev.sidetone.simulator.realtime;

import org.jspecify.annotations.NullMarked;
