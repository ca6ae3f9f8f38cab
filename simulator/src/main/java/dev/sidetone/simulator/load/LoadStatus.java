package dev.sidetone.simulator.load;

/**
 * The state of a running load, for a live line.
 *
 * @param atMs since its beginning
 * @param running the calls that run
 * @param started the calls that were placed
 * @param answered those of which a two-way stream came about
 * @param failed those that failed or broke off
 * @param latest the last {@value #LATEST_S} seconds
 * @param withheld in how many seconds the generator was late, since the beginning
 * @param words what a search is doing, or nothing
 */
public record LoadStatus(
        double atMs,
        int running,
        long started,
        long answered,
        long failed,
        LoadWindow latest,
        int withheld,
        String words) {
    /** The seconds of which the figures of the live line are. */
    public static final int LATEST_S = 10;
}
