package dev.sidetone.bench.accuracy;

import dev.sidetone.simulator.agent.FakeService;
import dev.sidetone.simulator.rig.FakeServices;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of {@code bench/run accuracy}. Immutable.
 *
 * @param turns in each call
 * @param quick one wire of each kind and few turns, to see whether it works
 * @param endsOnly no calls, only ends of speech
 * @param wires the agents' wires
 * @param recordings where the calls' recordings stay, or null
 * @param page the page to write the figures into, or null
 */
record AccuracyOptions(
        int turns,
        boolean quick,
        boolean endsOnly,
        List<FakeService> wires,
        @Nullable Path recordings,
        @Nullable Path page) {
    private static final int TURNS = 50;
    private static final int QUICK_TURNS = 4;
    private static final String USAGE =
            "usage: bench/run accuracy [--turns N] [--quick] [--ends] [--wire NAME]... [--record DIR] [--write PAGE]";

    AccuracyOptions {
        wires = List.copyOf(wires);
    }

    static AccuracyOptions of(String... arguments) {
        int turns = 0;
        boolean quick = false;
        boolean endsOnly = false;
        List<FakeService> wires = new ArrayList<>();
        Path recordings = null;
        Path page = null;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--quick" -> quick = true;
                case "--ends" -> endsOnly = true;
                case "--turns" -> turns = number(value(arguments, ++i));
                case "--wire" -> wires.add(wire(value(arguments, ++i)));
                case "--record" -> recordings = Path.of(value(arguments, ++i));
                case "--write" -> page = page(value(arguments, ++i));
                default -> throw new IllegalArgumentException("no argument " + arguments[i] + "; " + USAGE);
            }
        }
        if (page != null && endsOnly) {
            throw new IllegalArgumentException("--write writes all figures of the page: leave out --ends");
        }
        return new AccuracyOptions(
                turns > 0 ? turns : quick ? QUICK_TURNS : TURNS,
                quick,
                endsOnly,
                wires.isEmpty() ? FakeServices.all() : wires,
                recordings,
                page);
    }

    List<PlannedCall> plans() {
        return PlannedCall.all(wires, turns);
    }

    private static String value(String[] arguments, int at) {
        if (at >= arguments.length) {
            throw new IllegalArgumentException(arguments[at - 1] + " needs a value; " + USAGE);
        }
        return arguments[at];
    }

    private static int number(String text) {
        if (!text.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException("--turns takes 1 to 9999, not " + text);
        }
        return Integer.parseInt(text);
    }

    private static FakeService wire(String name) {
        return FakeServices.named(name)
                .orElseThrow(
                        () -> new IllegalArgumentException("no wire " + name + "; there are: " + FakeServices.names()));
    }

    private static Path page(String name) {
        Path page = Path.of(name);
        if (!Files.isRegularFile(page)) {
            throw new IllegalArgumentException(
                    name + " is not there: the figures are written into a page that has a place for them");
        }
        return page;
    }
}
