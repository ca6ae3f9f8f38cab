package dev.sidetone.simulator.line.rest;

import java.util.Locale;

/** Mischief of the REST API. */
public enum RestFault {
    /** Every request is answered with 500. */
    REST_500,
    /** The first redirect of each call comes too early: 21220. */
    REST_RACE;

    /** The name on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
