package dev.sidetone.simulator.line;

import dev.sidetone.simulator.line.loop.CallAgenda;
import java.util.function.Consumer;

/** What Twilio itself plays in a call: words and silence. Owned by its call, on the line thread. */
final class TwilioVoice {
    private final SpokenWords words;
    private final CallAgenda agenda;
    private final CallTicks ticks;
    private final Consumer<String> note;
    private int sounds;

    TwilioVoice(SpokenWords words, CallAgenda agenda, CallTicks ticks, Consumer<String> note) {
        this.words = words;
        this.agenda = agenda;
        this.ticks = ticks;
        this.note = note;
    }

    void say(String text, long times) {
        note.accept("Twilio says: " + text);
        int sound = ++sounds;
        words.speak(text)
                .whenComplete((mulaw, failure) -> agenda.arrive(agenda.nowNs(), () -> {
                    if (sound != sounds) {
                        return;
                    }
                    if (failure != null) {
                        note.accept("the words of <Say> could not be spoken: " + failure);
                    }
                    ticks.play(failure != null ? Sound.silence(0) : Sound.words(mulaw, times));
                }));
    }

    void pause(long frames) {
        sounds++;
        ticks.play(Sound.silence(frames));
    }

    /** Plays nothing any more, not even what is still being made. */
    void quiet() {
        sounds++;
        ticks.quiet();
    }
}
