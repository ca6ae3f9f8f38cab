/** Drafts: scenarios written from recordings of calls. */
@NullMarked
package dev.sidetone.simulator.scenario.draft;

import org.jspecify.annotations.NullMarked;
