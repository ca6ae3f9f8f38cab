package dev.sidetone.junit;

/** The recordings that are still there when a test is over. */
public enum Keep {
    /** Those of tests that failed. */
    FAILED,
    /** All. */
    ALL,
    /** None: no call is recorded. */
    NONE
}
