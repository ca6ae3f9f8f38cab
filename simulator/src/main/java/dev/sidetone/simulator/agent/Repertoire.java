package dev.sidetone.simulator.agent;

import dev.sidetone.simulator.agent.AgentLog.Why;
import dev.sidetone.simulator.agent.AgentScript.Saying;
import dev.sidetone.simulator.agent.AgentScript.Turn;

/** What the agent says next in one conversation. Owned by its mind, on the session's loop. */
final class Repertoire {
    private final AgentScript script;
    private final AgentVoice voice;
    private final StringBuilder keys = new StringBuilder();
    private int turns;
    private int excuses;
    private boolean silent = true;
    private boolean cutShort;
    private Runnable undo = () -> {};

    Repertoire(AgentScript script, AgentVoice voice) {
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
    Answer toTurn() {
        return next(Why.TURN);
    }

    /** It is asked to speak: the first words of a conversation are the greeting. */
    Answer toRequest() {
        if (silent && keys.isEmpty()) {
            silent = false;
            undo = () -> silent = true;
            return new Answer(Why.GREETING, script.thinkMs(), voice.speech(script.greeting()));
        }
        return next(Why.ASKED);
    }

    /** Nothing of the last answer was said: it will be the next one again. */
    void takeBack() {
        undo.run();
        undo = () -> {};
    }

    private Answer next(Why why) {
        silent = false;
        if (!keys.isEmpty()) {
            return naming();
        }
        if (cutShort && !script.interrupted().isEmpty()) {
            return excuse(why);
        }
        Turn turn = upcoming();
        turns++;
        undo = () -> turns--;
        return new Answer(why, turn.thinkMs(), voice.speech(turn.saying()));
    }

    private Answer naming() {
        String named = keys.toString();
        keys.setLength(0);
        undo = () -> keys.insert(0, named);
        return new Answer(Why.KEYS, script.thinkMs(), voice.naming(named));
    }

    private Answer excuse(Why why) {
        Saying excuse = script.interrupted().get(excuses % script.interrupted().size());
        excuses++;
        cutShort = false;
        undo = () -> {
            excuses--;
            cutShort = true;
        };
        return new Answer(why, upcoming().thinkMs(), voice.speech(excuse));
    }

    private Turn upcoming() {
        return script.turns().get(turns % script.turns().size());
    }
}
