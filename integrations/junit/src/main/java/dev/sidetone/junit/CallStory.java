package dev.sidetone.junit;

import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.timeline.CallFold;
import dev.sidetone.simulator.timeline.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The words and tools of a call, which its result leaves out. Written on the timeline's thread while the call runs, read when it is over. */
final class CallStory implements Consumer<Fact> {
    private final CallFold fold = new CallFold("");
    private final List<SpokenWords> words = new ArrayList<>();
    private final List<ToolUse> tools = new ArrayList<>();
    private final boolean bridged;

    /** @param bridged whether the embedded bridge, which alone knows words and tools, is the server */
    CallStory(boolean bridged) {
        this.bridged = bridged;
    }

    @Override
    public void accept(Fact fact) {
        fold.fold(fact);
        if (fact instanceof Fact.Transcribed said) {
            words.add(new SpokenWords(atMs(fact), said.speaker(), ForeignText.line(said.text())));
        } else if (fact instanceof Fact.ToolCalled called) {
            tools.add(
                    new ToolUse(atMs(fact), ForeignText.line(called.tool()), ForeignText.redacted(called.arguments())));
        }
    }

    private @Nullable Double atMs(Fact fact) {
        return fold.atMs(fact.atNs());
    }

    boolean isBridged() {
        return bridged;
    }

    List<SpokenWords> words() {
        return List.copyOf(words);
    }

    List<ToolUse> tools() {
        return List.copyOf(tools);
    }
}
