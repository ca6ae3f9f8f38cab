package dev.sidetone.ui.transcript;

import dev.sidetone.simulator.report.CallTranscript;
import dev.sidetone.simulator.report.CallTranscript.Spoken;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The words of the call in view. On the FX thread; {@link #show} runs at every pulse. */
public final class TranscriptModel {
    private static final String NO_CALL =
            "No call yet. What is said in a call is written here, as the agent’s wire writes it down.";
    private static final String NO_WORDS =
            "No words so far: they come from the embedded bridge’s agent. A server under test keeps its agent’s words to itself.";

    private final ObservableList<Spoken> words = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper nothing = new ReadOnlyStringWrapper(NO_CALL);
    private CallTranscript shown = CallTranscript.NONE;

    /**
     * Shows the words of a call so far.
     *
     * @param called whether there is a call at all
     */
    public void show(CallTranscript now, boolean called) {
        nothing.set(called ? NO_WORDS : NO_CALL);
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        int same = 0;
        while (same < words.size()
                && same < now.spoken().size()
                && words.get(same).equals(now.spoken().get(same))) {
            same++;
        }
        words.remove(same, words.size());
        words.addAll(now.spoken().subList(same, now.spoken().size()));
    }

    /** All words as text, a line each. */
    String text() {
        StringBuilder text = new StringBuilder();
        words.forEach(each -> text.append(TranscriptCell.clock(each))
                .append("  ")
                .append(each.speaker())
                .append(": ")
                .append(each.text())
                .append('\n'));
        return text.toString();
    }

    /** The words, in the order in which they were heard. */
    public ObservableList<Spoken> words() {
        return words;
    }

    /** What is said where there are none. */
    ReadOnlyStringProperty nothingProperty() {
        return nothing.getReadOnlyProperty();
    }
}
