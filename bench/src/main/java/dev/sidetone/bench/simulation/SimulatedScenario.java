package dev.sidetone.bench.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Calls with their agents, and the faults between them: drawn from a seed, shrunk, or written by hand. Its text form, which {@link #parse}
 * reads, is what is printed and pasted into a test. Immutable.
 *
 * @param seed decides how long each message takes, and what is left to chance in a line fault
 */
public record SimulatedScenario(long seed, List<PlannedCall> calls, List<TimedFault> faults) {
    public SimulatedScenario {
        calls = List.copyOf(calls);
        faults = List.copyOf(faults);
    }

    /**
     * One call.
     *
     * @param atMs when it is placed
     * @param lineFaults as after {@code --fault}
     * @param steps what its caller does
     * @param ring how the called person takes it, where the server places the call; null where the caller does
     * @param menu what gathers keys before the agent has the call, or null
     */
    public record PlannedCall(
            int atMs,
            List<String> lineFaults,
            PlannedAgent agent,
            List<CallerStep> steps,
            @Nullable PlannedRing ring,
            @Nullable PlannedMenu menu) {
        public PlannedCall {
            lineFaults = List.copyOf(lineFaults);
            steps = List.copyOf(steps);
        }

        /** A call that the caller places, straight to the agent. */
        PlannedCall(int atMs, List<String> lineFaults, PlannedAgent agent, List<CallerStep> steps) {
            this(atMs, lineFaults, agent, steps, null, null);
        }

        PlannedCall at(int ms) {
            return new PlannedCall(ms, lineFaults, agent, steps, ring, menu);
        }

        PlannedCall with(PlannedAgent other) {
            return new PlannedCall(atMs, lineFaults, other, steps, ring, menu);
        }

        PlannedCall withLineFaults(List<String> faults) {
            return new PlannedCall(atMs, faults, agent, steps, ring, menu);
        }

        PlannedCall withSteps(List<CallerStep> others) {
            return new PlannedCall(atMs, lineFaults, agent, others, ring, menu);
        }

        PlannedCall taken(@Nullable PlannedRing other) {
            return new PlannedCall(atMs, lineFaults, agent, steps, other, menu);
        }

        PlannedCall behind(@Nullable PlannedMenu other) {
            return new PlannedCall(atMs, lineFaults, agent, steps, ring, other);
        }
    }

    /**
     * The agent of one call.
     *
     * @param wire as after {@code --agent fake-}
     * @param greetingMs the length of its greeting
     * @param turns its answers
     * @param faults as after {@code --fault}
     */
    public record PlannedAgent(
            String wire, int thinkMs, double burst, int greetingMs, List<PlannedTurn> turns, List<String> faults) {
        public PlannedAgent {
            turns = List.copyOf(turns);
            faults = List.copyOf(faults);
        }
    }

    /** One answer: {@code ms} of a tone, or something that is done. */
    public record PlannedTurn(PlannedTurn.Kind kind, int ms) {
        /** The kinds of answer. */
        public enum Kind {
            TONE,
            TOOL,
            TRANSFER,
            END
        }

        @Override
        public String toString() {
            return word(kind, ms);
        }
    }

    /** One thing that a caller does, for {@code ms} or up to then; for a key its digit, 10 for {@code #}. */
    public record CallerStep(CallerStep.Kind kind, int ms) {
        /** The kinds of step. */
        public enum Kind {
            /** Waits until the agent speaks. */
            HEAR,
            /** Waits until the agent has spoken for so long. */
            INTO,
            /** Waits until the agent has been silent for so long. */
            QUIET,
            SAY,
            PRESS,
            PAUSE,
            HANG_UP
        }

        @Override
        public String toString() {
            return word(kind, ms);
        }
    }

    private static String word(Enum<?> kind, int ms) {
        String name = TimedFault.word(kind);
        return ms == 0 ? name : name + ":" + ms;
    }

    /** Reads the text form. */
    public static SimulatedScenario parse(String text) {
        long seed = 0;
        List<PlannedCall> calls = new ArrayList<>();
        List<TimedFault> faults = new ArrayList<>();
        for (String line :
                text.lines().map(String::strip).filter(each -> !each.isEmpty()).toList()) {
            List<String> words = Arrays.asList(line.split(" +"));
            List<String> rest = words.subList(1, words.size());
            int last = calls.size() - 1;
            switch (words.get(0)) {
                case "seed" -> seed = Long.parseLong(rest.get(0));
                case "call" ->
                    calls.add(new PlannedCall(
                            Integer.parseInt(rest.get(0)), rest.subList(1, rest.size()), SILENT, List.of()));
                case "agent" -> {
                    PlannedCall call = calls.get(last);
                    calls.set(last, call.with(agent(rest)));
                }
                case "caller" -> {
                    PlannedCall call = calls.get(last);
                    List<CallerStep> steps =
                            rest.stream().map(SimulatedScenario::step).toList();
                    calls.set(last, call.withSteps(steps));
                }
                case "ring" -> calls.set(last, calls.get(last).taken(PlannedRing.parse(rest)));
                case "menu" -> calls.set(last, calls.get(last).behind(PlannedMenu.parse(rest)));
                case "fault" -> faults.add(TimedFault.parse(rest));
                default -> throw new IllegalArgumentException("no line of a scenario: " + line);
            }
        }
        return new SimulatedScenario(seed, calls, faults);
    }

    private static final PlannedAgent SILENT = new PlannedAgent("openai", 0, 1, 0, List.of(), List.of());

    private static PlannedAgent agent(List<String> words) {
        List<String> faults = words.stream()
                .filter(word -> word.startsWith("!"))
                .map(word -> word.substring(1))
                .toList();
        List<PlannedTurn> turns = words.stream()
                .skip(4)
                .filter(word -> !word.startsWith("!"))
                .map(SimulatedScenario::turn)
                .toList();
        return new PlannedAgent(
                words.get(0),
                Integer.parseInt(words.get(1)),
                Double.parseDouble(words.get(2)),
                Integer.parseInt(words.get(3)),
                turns,
                faults);
    }

    private static PlannedTurn turn(String word) {
        String[] parts = word.split(":", 2);
        return new PlannedTurn(
                TimedFault.named(PlannedTurn.Kind.class, parts[0]), parts.length < 2 ? 0 : Integer.parseInt(parts[1]));
    }

    private static CallerStep step(String word) {
        String[] parts = word.split(":", 2);
        return new CallerStep(
                TimedFault.named(CallerStep.Kind.class, parts[0]), parts.length < 2 ? 0 : Integer.parseInt(parts[1]));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("seed " + seed + "\n");
        for (PlannedCall call : calls) {
            PlannedAgent agent = call.agent();
            text.append("call ").append(call.atMs());
            call.lineFaults().forEach(fault -> text.append(' ').append(fault));
            text.append("\n  agent ").append(agent.wire()).append(' ').append(agent.thinkMs());
            text.append(' ').append(agent.burst()).append(' ').append(agent.greetingMs());
            agent.turns().forEach(turn -> text.append(' ').append(turn));
            agent.faults().forEach(fault -> text.append(" !").append(fault));
            text.append("\n  caller ")
                    .append(call.steps().stream().map(CallerStep::toString).collect(Collectors.joining(" ")))
                    .append('\n');
            if (call.ring() != null) {
                text.append("  ring ").append(call.ring()).append('\n');
            }
            if (call.menu() != null) {
                text.append("  menu ").append(call.menu()).append('\n');
            }
        }
        faults.forEach(fault -> text.append("fault ").append(fault).append('\n'));
        return text.toString();
    }
}
