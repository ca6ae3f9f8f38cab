package dev.sidetone.simulator.live;

import dev.sidetone.simulator.live.number.RestoreResult;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The last result of putting each number back. Reports every result once, a failure as an error, and shows a failure in the state until the
 * number is put back. A number of another account is a problem that is shown, and no failure. Owned by {@link LiveController}; for any thread.
 */
final class PutBackResults {
    private final LiveStateStore state;
    private final Consumer<String> log;
    private final Consumer<String> errors;
    /** By number, in the order of the first result of each. */
    private final Map<String, RestoreResult> results = new LinkedHashMap<>();

    /**
     * No result yet.
     *
     * @param log receives lines of progress
     * @param errors receives a line for each number that is not put back
     */
    PutBackResults(LiveStateStore state, Consumer<String> log, Consumer<String> errors) {
        this.state = state;
        this.log = log;
        this.errors = errors;
    }

    /** Takes the results of notes. */
    void add(List<RestoreResult> all) {
        all.forEach(this::add);
    }

    /** Takes one result, or null for none; returns false where its number is not put back. */
    synchronized boolean add(@Nullable RestoreResult result) {
        if (result == null) {
            return true;
        }
        RestoreResult before = results.put(result.number(), result);
        if (result.outcome() == RestoreResult.Outcome.OTHER_ACCOUNT) {
            state.show(TroubleText.of(result));
            return true;
        }
        if (!result.equals(before)) {
            (result.isPending() ? errors : log).accept((result.what() + " " + result.cure()).strip());
        }
        Trouble pending = results.values().stream()
                .filter(each -> each.outcome() == RestoreResult.Outcome.FAILED)
                .reduce((one, later) -> later)
                .map(TroubleText::of)
                .orElse(null);
        state.update(old -> old.withUnrestored(pending));
        return !result.isPending();
    }

    /** There is no note any more, so nothing is left to be put back. */
    synchronized void clear() {
        results.values().removeIf(each -> each.outcome() == RestoreResult.Outcome.FAILED);
        state.update(old -> old.withUnrestored(null));
    }

    /** The last result of each number. */
    synchronized List<RestoreResult> all() {
        return List.copyOf(results.values());
    }

    /** Returns true where the last result of a number is a failure. */
    synchronized boolean isPending(String number) {
        RestoreResult last = results.get(number);
        return last != null && last.isPending();
    }
}
