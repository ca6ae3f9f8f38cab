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
 * number is put back. Owned by {@link LiveController}; for any thread.
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

    /** Takes the results of notes; returns the problem of one that is not put back, or null. */
    @Nullable
    Trouble add(List<RestoreResult> all) {
        Trouble pending = null;
        for (RestoreResult result : all) {
            Trouble trouble = add(result);
            pending = trouble == null ? pending : trouble;
        }
        return pending;
    }

    /** Takes one result, or null for none; returns its problem where the number is not put back, or null. */
    synchronized @Nullable Trouble add(@Nullable RestoreResult result) {
        if (result == null) {
            return null;
        }
        RestoreResult before = results.put(result.number(), result);
        if (!result.equals(before)) {
            (result.isPending() ? errors : log).accept((result.what() + " " + result.cure()).strip());
        }
        Trouble pending = results.values().stream()
                .filter(RestoreResult::isPending)
                .reduce((one, later) -> later)
                .map(TroubleText::of)
                .orElse(null);
        state.update(old -> old.withUnrestored(pending));
        return result.isPending() ? TroubleText.of(result) : null;
    }

    /** The last result of each number. */
    synchronized List<RestoreResult> all() {
        return List.copyOf(results.values());
    }

    /** Returns true where a number has a result. */
    synchronized boolean has(String number) {
        return results.containsKey(number);
    }
}
