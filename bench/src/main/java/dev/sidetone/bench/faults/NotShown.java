package dev.sidetone.bench.faults;

/** Says that a row did not show what its sentences promise. */
final class NotShown extends Exception {
    private static final long serialVersionUID = 1L;

    NotShown(String what) {
        super(what);
    }
}
