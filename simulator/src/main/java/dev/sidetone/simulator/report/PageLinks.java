package dev.sidetone.simulator.report;

import dev.sidetone.simulator.scenario.PlayedScenario;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The places on a run's HTML page at which its expectations are shown: {@code report.html#call=2&t=12.34}. Immutable. */
final class PageLinks {
    private final List<PlayedScenario> run;
    private final @Nullable String page;

    /** @param page the page's file as it was named, or null where none is written */
    PageLinks(List<PlayedScenario> run, @Nullable String page) {
        this.run = List.copyOf(run);
        this.page = page;
    }

    /** The place of call {@code call}, from 1, of {@code played}, and the moment in it; the page alone where it does not have the call. */
    @Nullable
    String to(PlayedScenario played, @Nullable Integer call, @Nullable Double atMs) {
        if (page == null || call == null || !isOnPage(played, call)) {
            return page;
        }
        String link = page + "#call=" + number(played, call);
        return atMs == null ? link : link + String.format(Locale.ROOT, "&t=%.2f", atMs / 1000);
    }

    /** The place of {@code check} and its moment. */
    @Nullable
    String to(PlayedCheck check) {
        return to(check.played(), check.call(), check.checked().atMs());
    }

    /** The page has the calls that were recorded, one scenario after the other. */
    private long number(PlayedScenario played, int call) {
        long before = run.subList(0, run.indexOf(played)).stream()
                .mapToLong(each -> onPage(each, each.calls().size()))
                .sum();
        return before + onPage(played, call);
    }

    /** How many of the first {@code calls} of {@code played} it has. */
    private static long onPage(PlayedScenario played, int calls) {
        return IntStream.rangeClosed(1, calls)
                .filter(call -> isOnPage(played, call))
                .count();
    }

    private static boolean isOnPage(PlayedScenario played, int call) {
        return played.calls().get(call - 1).result().recording() != null;
    }
}
