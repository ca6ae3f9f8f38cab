package dev.sidetone.bench.simulation;

/**
 * A rule that did not hold.
 *
 * @param rule its name
 * @param call the number of the call, from 1; 0 for the whole scenario
 * @param atMs since the scenario began
 * @param what the difference between what must be and what is
 */
record BrokenRule(String rule, int call, long atMs, String what) {
    @Override
    public String toString() {
        return rule + " is broken" + (call == 0 ? "" : " in call " + call) + " after " + atMs + " ms: " + what;
    }
}
