package dev.sidetone.simulator.agent;

import dev.sidetone.simulator.agent.AgentLog.Why;
import dev.sidetone.simulator.agent.AgentScript.Action;
import dev.sidetone.simulator.agent.AgentScript.Turn;
import dev.sidetone.simulator.agent.AgentScript.Utterance;
import dev.sidetone.simulator.voice.Speech;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The position in the agent's script: gives the answer that comes next. Owned by one {@link TurnController}, on the session's loop. */
final class ScriptCursor {
    private final AgentScript script;
    private final AgentVoice voice;
    private final StringBuilder keys = new StringBuilder();
    private int turns;
    private int excuses;
    private boolean silent = true;
    private boolean cutShort;
    private @Nullable Action lastAction;
    /** The next sentence about a tool's result. */
    private @Nullable Utterance afterAction;

    private Runnable undo = () -> {};

    ScriptCursor(AgentScript script, AgentVoice voice) {
        this.script = script;
        this.voice = voice;
    }

    /** The caller pressed {@code pressed}; the next answer names them. */
    void press(String pressed) {
        keys.append(pressed);
    }

    /** The caller heard less than was said; the next answer says so. */
    void cutShort() {
        cutShort = true;
    }

    /** The caller has said something. */
    ScriptedAnswer toTurn() {
        return next(Why.TURN);
    }

    /** It is asked to speak: the first words of a conversation are the greeting. */
    ScriptedAnswer toRequest() {
        if (silent && keys.isEmpty() && afterAction == null) {
            silent = false;
            undo = () -> silent = true;
            return new ScriptedAnswer(Why.GREETING, script.thinkMs(), voice.speech(script.greeting()));
        }
        return next(Why.ASKED);
    }

    /** Nothing of the last answer was said: it will be the next one again. */
    void takeBack() {
        undo.run();
        undo = () -> {};
    }

    private ScriptedAnswer next(Why why) {
        silent = false;
        Utterance afterwards = afterAction;
        if (afterwards != null) {
            return afterAction(afterwards);
        }
        if (!keys.isEmpty()) {
            return naming();
        }
        if (cutShort && !script.interrupted().isEmpty()) {
            return excuse(why);
        }
        Turn turn = upcoming();
        turns++;
        undo = () -> turns--;
        return turn.act() instanceof Action action ? todo(why, turn.thinkMs(), action) : saying(why, turn);
    }

    private ScriptedAnswer saying(Why why, Turn turn) {
        return new ScriptedAnswer(why, turn.thinkMs(), voice.speech((Utterance) turn.act()));
    }

    private ScriptedAnswer todo(Why why, long thinkMs, Action action) {
        lastAction = action;
        return new ScriptedAnswer(why, thinkMs, CompletableFuture.completedFuture(Speech.of("", new byte[0])), action);
    }

    /** A tool was done or not; the next answer says so. */
    void resulted(boolean failed) {
        Utterance done = lastAction instanceof Action.CallTool ? AgentScript.RESULT : AgentScript.GOOD_BYE;
        afterAction = failed ? AgentScript.NO_RESULT : done;
    }

    private ScriptedAnswer afterAction(Utterance utterance) {
        afterAction = null;
        undo = () -> afterAction = utterance;
        return new ScriptedAnswer(Why.TOOL, script.thinkMs(), voice.speech(utterance));
    }

    private ScriptedAnswer naming() {
        String named = keys.toString();
        keys.setLength(0);
        undo = () -> keys.insert(0, named);
        return new ScriptedAnswer(Why.KEYS, script.thinkMs(), voice.naming(named));
    }

    private ScriptedAnswer excuse(Why why) {
        Utterance excuse =
                script.interrupted().get(excuses % script.interrupted().size());
        excuses++;
        cutShort = false;
        undo = () -> {
            excuses--;
            cutShort = true;
        };
        return new ScriptedAnswer(why, upcoming().thinkMs(), voice.speech(excuse));
    }

    private Turn upcoming() {
        return script.turns().get(turns % script.turns().size());
    }
}
