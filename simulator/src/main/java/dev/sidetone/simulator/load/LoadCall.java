package dev.sidetone.simulator.load;

/** One call of a load that was placed. By the load's thread. */
@FunctionalInterface
public interface LoadCall {
    /** Hangs up for the caller; its end is reported as that of any other call. */
    void hangUp(String why);
}
