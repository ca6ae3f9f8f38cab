package dev.sidetone.simulator.agent;

import dev.sidetone.simulator.voice.Speech;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The behaviour of a fake agent, on every wire the same. Immutable, for any thread.
 *
 * @param endpointingMs how much silence ends the caller's turn, counted from the receipt of the last voiced frame
 * @param thinkMs from the end of that silence, or from being asked to speak, to the first audio of greetings and keys
 * @param burst how much faster than real time it sends what it says
 * @param greeting what it says when asked to speak before anybody else has
 * @param turns its answers, in order and then from the start again
 * @param interrupted what it says, in order and then from the start again, in place of a turn after it was spoken over; may be empty
 */
public record AgentScript(
        long endpointingMs,
        long thinkMs,
        double burst,
        Utterance greeting,
        List<Turn> turns,
        List<Utterance> interrupted) {

    /** The agent's reply when it is its turn. */
    public sealed interface Reply permits Utterance, Action {}

    /** Something that the agent says. */
    public sealed interface Utterance extends Reply {
        /** A sentence or more. */
        record Words(String text) implements Utterance {}

        /**
         * A tone, for measuring.
         *
         * @param hz distinguishes it from others
         */
        record Tone(long ms, int hz) implements Utterance {
            /** A tone like any other. */
            public Tone(long ms) {
                this(ms, Speech.TONE_HZ);
            }
        }
    }

    /** Something that it does without speaking, with the wire's own words where it has some, else by calling a tool of that name. */
    public sealed interface Action extends Reply {
        /** The tool that is called for it, where the wire has no word for it. */
        String tool();

        /** That tool's arguments, a JSON object. */
        String arguments();

        /** Calls a tool and waits for what it gives. */
        record CallTool(String tool, String arguments) implements Action {}

        /** Wants the caller transferred. */
        record Transfer(String destination) implements Action {
            @Override
            public String tool() {
                return "transfer_to_human";
            }

            @Override
            public String arguments() {
                return "{\"destination\":\"" + destination + "\"}";
            }
        }

        /** Ends the call. */
        record End() implements Action {
            @Override
            public String tool() {
                return "end_call";
            }

            @Override
            public String arguments() {
                return "{}";
            }
        }
    }

    /** One answer: how long it takes to find it, and what it is. */
    public record Turn(long thinkMs, Reply act) {}

    /** The sentence after a tool's result. */
    static final Utterance RESULT = new Utterance.Words("Thank you for waiting. That is done.");
    /** The sentence after a tool's failure. */
    static final Utterance NO_RESULT = new Utterance.Words("I am sorry, that did not work.");
    /** The sentence after the result of a transfer or a hang-up. */
    static final Utterance GOOD_BYE = new Utterance.Words("Good-bye.");

    private static final List<String> ANSWERS = List.of(
            "Yes, we are open today from nine until six.",
            "Of course. First I look at the calendar, then I read you the free tables of this week, and you can stop me"
                    + " at any time, for I have all day.",
            "All right, I have written that down.",
            "That is a good question. The answer is yes.",
            "There are three ways to do that. You can come by in person, you can send us a letter, or you can simply"
                    + " tell me now, and I will make a note of it.",
            "Thank you. I can hear you very well.",
            "Tuesday at seven is still free.",
            "When you speak, your voice travels over the line to the bridge, the bridge hands it on to me, and my voice"
                    + " takes the same road back to your ear.",
            "Done. Is there anything else?");
    private static final List<String> EXCUSES = List.of(
            "Sorry, I have stopped. What would you like instead?",
            "You cut in, so I stopped talking. Please go on.",
            "Okay, I will leave it at that. What can I do for you?");

    public AgentScript {
        require(endpointingMs >= 0 && thinkMs >= 0, "endpointing and think time cannot be negative");
        require(burst > 0, "a burst of " + burst + " sends nothing");
        require(!turns.isEmpty(), "a script needs at least one turn");
        turns = List.copyOf(turns);
        interrupted = List.copyOf(interrupted);
    }

    /** The practice agent: one answer in three is long enough to be interrupted. */
    public static AgentScript practice() {
        return new AgentScript(
                500,
                150,
                5,
                new Utterance.Words("Hello, this is the practice agent."),
                ANSWERS.stream()
                        .map(text -> new Turn(150, new Utterance.Words(text)))
                        .toList(),
                EXCUSES.stream()
                        .map(text -> (Utterance) new Utterance.Words(text))
                        .toList());
    }

    /** The same with another endpointing. */
    public AgentScript withEndpointingMs(long ms) {
        return new AgentScript(ms, thinkMs, burst, greeting, turns, interrupted);
    }

    /** The same with another think time, for everything it says. */
    public AgentScript withThinkMs(long ms) {
        List<Turn> rethought = new ArrayList<>();
        turns.forEach(turn -> rethought.add(new Turn(ms, turn.act())));
        return new AgentScript(endpointingMs, ms, burst, greeting, rethought, interrupted);
    }

    /** The same with another burst. */
    public AgentScript withBurst(double factor) {
        return new AgentScript(endpointingMs, thinkMs, factor, greeting, turns, interrupted);
    }

    /** The same with another greeting. */
    public AgentScript withGreeting(Utterance other) {
        return new AgentScript(endpointingMs, thinkMs, burst, other, turns, interrupted);
    }

    /** The same with other answers to what the caller says. */
    public AgentScript withTurns(List<Turn> others) {
        return new AgentScript(endpointingMs, thinkMs, burst, greeting, others, interrupted);
    }

    /** The same, but that it goes on with its turns after it was spoken over. */
    public AgentScript withoutExcuses() {
        return new AgentScript(endpointingMs, thinkMs, burst, greeting, turns, List.of());
    }

    /** Everything that it will ever say but the keys, the greeting first. */
    List<Utterance> utterances() {
        List<Reply> acts = turns.stream().map(Turn::act).toList();
        Stream<Utterance> toActions =
                acts.stream().anyMatch(Action.class::isInstance) ? Stream.of(RESULT, NO_RESULT, GOOD_BYE) : Stream.of();
        return Stream.of(
                        Stream.of(greeting),
                        acts.stream().filter(Utterance.class::isInstance).map(Utterance.class::cast),
                        interrupted.stream(),
                        toActions)
                .flatMap(part -> part)
                .toList();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
