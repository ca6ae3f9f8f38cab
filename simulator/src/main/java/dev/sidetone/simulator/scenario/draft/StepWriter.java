package dev.sidetone.simulator.scenario.draft;

import dev.sidetone.bridge.settings.YamlText;
import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.scenario.draft.CallerCuts.Cut;
import dev.sidetone.simulator.scenario.draft.ToldFacts.Said;
import dev.sidetone.simulator.sound.LineWav;
import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import dev.sidetone.simulator.timeline.CallResult.Probe;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a recorded call down as steps, with what held in it. Used once, by one thread. */
final class StepWriter {
    /** The silence after which a scenario's caller takes an answer as finished. */
    private static final int FINISHED_MS = 700;
    /** So much longer the caller must have waited for it to be meant. */
    private static final int THINKING_MS = 1_000;

    private static final double SAME_MS = 0.5;
    private static final int SHORTEST_PAUSE_MS = 100;
    /** Words that came so shortly before the caller went on may come later the next time. */
    private static final int SETTLED_MS = 200;
    /** The agent speaks if it was heard so shortly before. */
    private static final int JUST_HEARD_MS = 100;

    private static final int MOST_WORDS_CHARS = 80;
    private static final int MOST_COMMENT_CHARS = 120;

    private final RecordedTalk talk;
    private final String soundFolder;
    private final StringBuilder yaml = new StringBuilder();
    private final Map<String, byte[]> sounds = new LinkedHashMap<>();

    /** @param soundFolder the name of the folder in which the scenario finds its sounds */
    StepWriter(RecordedTalk talk, String soundFolder) {
        this.talk = talk;
        this.soundFolder = soundFolder;
    }

    /** Writes all steps. */
    void write() {
        List<Stretch> all = Stretch.of(talk);
        Stretch before = null;
        for (int i = 0; i < all.size(); i++) {
            Stretch next = all.get(i);
            Cut cut = next.isPressed() ? null : talk.caller().cut(next.startMs(), next.endMs());
            double beginMs = cut == null ? next.startMs() : cut.startMs();
            listen(before, next, beginMs);
            if (!yaml.isEmpty() && !isOver(next, beginMs)) {
                yaml.append('\n');
            }
            act(next, cut, i + 1 < all.size() ? all.get(i + 1).startMs() : Double.MAX_VALUE);
            before = next;
        }
        listen(before, null, Double.MAX_VALUE);
        transferred();
        if ("caller".equals(talk.result().call().endedBy())) {
            step("hang-up: true");
        }
    }

    String yaml() {
        return yaml.toString();
    }

    /** The sound files by their names in their folder. */
    Map<String, byte[]> sounds() {
        return sounds;
    }

    /** What the caller hears between two things that he says or presses. */
    private void listen(@Nullable Stretch before, @Nullable Stretch next, double untilMs) {
        double fromMs = before == null ? 0 : before.endMs();
        Double heardMs = talk.agent().firstHeard(fromMs, untilMs);
        boolean over = next != null && isOver(next, untilMs);
        boolean wentOn = before != null && wentOn(before);
        if (heardMs != null && !wentOn) {
            step("hear: agent", option("within", Bound.above(answerMs(before, heardMs))));
        }
        if (heardMs != null && !over) {
            step("hear: silence");
        }
        expectWords(before == null ? -Double.MAX_VALUE : before.startMs(), untilMs, heardMs != null || before != null);
        if (next == null) {
            return;
        }
        if (!over) {
            pause(heardMs == null ? untilMs - fromMs : afterTheAnswerMs(untilMs));
        } else if (next.isPressed()) {
            pause(wentOn ? untilMs - fromMs : talk.agent().speakingMs(untilMs));
        }
    }

    /** Whether the agent spoke on when the caller had finished. */
    private boolean wentOn(Stretch before) {
        Turn turn = before.last();
        return turn == null ? isHeard(before.endMs()) : turn.overlapped();
    }

    private boolean isHeard(double atMs) {
        return talk.agent().quietMs(atMs) <= JUST_HEARD_MS;
    }

    /** How long the caller thought after the agent had finished; 0 if that was no longer than a scenario's caller waits anyway. */
    private double afterTheAnswerMs(double untilMs) {
        int thinkingMs = talk.agent().quietMs(untilMs) - FINISHED_MS;
        return thinkingMs < THINKING_MS ? 0 : thinkingMs;
    }

    private void pause(double ms) {
        if (ms >= SHORTEST_PAUSE_MS) {
            step("pause: " + Bound.about(ms, 20));
        }
    }

    /** Whether the agent was heard when the caller began. */
    private boolean isOver(Stretch next, double beginMs) {
        return next.last() == null ? isHeard(beginMs) : next.over() != null;
    }

    /** The time that a scenario measures to what was heard; null where it measures none. */
    private @Nullable Double answerMs(@Nullable Stretch before, double heardMs) {
        if (before == null) {
            boolean fromStream = !talk.result().call().inRecording();
            return fromStream ? talk.result().greeting().firstAudibleAtMs() : null;
        }
        Turn turn = before.last();
        if (turn != null) {
            return turn.early() ? null : turn.ttfaMs();
        }
        return Double.valueOf(heardMs - before.endMs());
    }

    private void act(Stretch next, @Nullable Cut cut, double untilMs) {
        if (cut == null) {
            step("press: " + YamlText.text(next.keys()));
            return;
        }
        String words = words("caller", next.startMs(), untilMs);
        if (!words.isEmpty()) {
            yaml.append("  # caller: ").append(cut(words, MOST_COMMENT_CHARS)).append('\n');
        }
        if (cut.samples().length == 0) {
            yaml.append("  # what the caller said here is not in the recording's sound\n");
            return;
        }
        step("say: " + YamlText.text(soundFolder + "/" + sound(next, cut)), option("interrupt", interrupt(next, cut)));
        if (next.over() != null) {
            interrupted(next.over());
        } else if (next.probe() != null) {
            probed(next);
        }
    }

    /** A sound file; a probe's lies in a folder that is named after its kind, by which it is known again. */
    private String sound(Stretch next, Cut cut) {
        String file = (next.probe() == null ? "" : next.probe().word() + "/") + "turn-" + (sounds.size() + 1) + ".wav";
        sounds.put(file, LineWav.of(cut.samples()));
        return file;
    }

    private @Nullable String interrupt(Stretch next, Cut cut) {
        return isOver(next, cut.startMs())
                ? Bound.about(Math.max(20, talk.agent().speakingMs(cut.startMs())), 20)
                : null;
    }

    private void interrupted(BargeIn over) {
        List<String> held = new ArrayList<>();
        String clear = Bound.above(over.clearMs());
        String silence = Bound.above(over.silenceMs());
        boolean stopped = !Boolean.FALSE.equals(over.yielded());
        if (clear != null && stopped) {
            held.add("clear: " + clear);
        }
        if (silence != null && stopped) {
            held.add("silence: " + silence);
        }
        if (over.yielded() != null) {
            held.add("yields: " + over.yielded());
        }
        expect(held);
    }

    private void probed(Stretch next) {
        talk.result().probes().stream()
                .filter(probe -> Math.abs(probe.atMs() - next.startMs()) < SAME_MS && probe.whileAgentSpoke())
                .map(Probe::yielded)
                .filter(Objects::nonNull)
                .forEach(yielded -> expect(List.of("yields: " + yielded)));
    }

    /** The agent's words and tools between two things that the caller did. */
    private void expectWords(double fromMs, double untilMs, boolean judged) {
        String words = cut(words("agent", fromMs, untilMs - SETTLED_MS), MOST_WORDS_CHARS);
        if (judged && words.chars().anyMatch(Character::isLetterOrDigit)) {
            expect(List.of("agent-said: " + YamlText.text(words)));
        }
        talk.told().tools().stream()
                .filter(tool -> judged && tool.atMs() >= fromMs && tool.atMs() < untilMs - SETTLED_MS)
                .map(tool -> ForeignText.line(tool.what()))
                .filter(name -> !name.isBlank())
                .distinct()
                .forEach(name -> expect(List.of("tool: " + YamlText.text(name))));
    }

    private String words(String speaker, double fromMs, double untilMs) {
        return talk.told().said().stream()
                .filter(said -> said.speaker().equals(speaker) && said.atMs() >= fromMs && said.atMs() < untilMs)
                .map(Said::words)
                .map(words -> ForeignText.line(words.strip()))
                .collect(Collectors.joining(" "));
    }

    private void transferred() {
        var transfer = talk.result().transfer();
        if (transfer != null && transfer.to().matches("\\+\\d{3,30}") && !yaml.isEmpty()) {
            expect(List.of("transfer: " + YamlText.text(transfer.to())));
        }
    }

    private void expect(List<String> held) {
        if (!held.isEmpty()) {
            step("expect: { " + String.join(", ", held) + " }");
        }
    }

    /** The first words of {@code text}, as many as fit. */
    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = text.lastIndexOf(' ', most);
        return text.substring(0, end > 0 ? end : most);
    }

    private static @Nullable String option(String name, @Nullable String value) {
        return value == null ? null : name + ": " + value;
    }

    private void step(String act, @Nullable String... options) {
        yaml.append("  - ").append(act).append('\n');
        for (String option : options) {
            if (option != null) {
                yaml.append("    ").append(option).append('\n');
            }
        }
    }
}
