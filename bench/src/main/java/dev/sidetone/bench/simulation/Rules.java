package dev.sidetone.bench.simulation;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rules that hold in every scenario, whatever happens in it, and the first one that was broken. One for each simulation. */
final class Rules {
    private @Nullable BrokenRule first;

    /** The rules for one call, each with its own eyes. */
    List<Witness> witnesses(SimulatedCall call) {
        return List.of(
                new AudioAccount(broken("audio in = heard + discarded + queued", call)),
                new MarkAccount(broken("marks in = marks out, in order", call)),
                new FrameAccount(broken("frames said = frames read by the bridge", call)),
                new AnswersApart(broken("no answer is mixed with another", call)),
                new HeardIsReported(broken("the agent is told what was heard", call), call),
                new TurnsAnswered(broken("a turn is answered or a finding says why", call)),
                new EndIsTrue(broken("who hung up is true", call), call),
                new ClockForward(broken("the clock never runs back", call), call),
                new KeysGathered(broken("the keys pressed arrive once, in order", call), call),
                new StatusTold(broken("who placed a call is told how it went", call)),
                new FiguresTrue(broken("the figures are true", call)),
                new NothingBreaks(broken("nothing breaks", call)));
    }

    private Consumer<String> broken(String rule, SimulatedCall call) {
        return what -> broken(new BrokenRule(rule, call.number(), call.elapsedMs(), what));
    }

    void broken(BrokenRule violation) {
        if (first == null) {
            first = violation;
        }
    }

    /** The first violation, or null while all rules hold. */
    @Nullable
    BrokenRule violation() {
        return first;
    }
}
