package dev.sidetone.simulator.report;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.timeline.CallFold;
import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import dev.sidetone.simulator.timeline.Fact;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Consumer;

/**
 * A call as it goes, one line for each thing worth telling: when, who, what. Its numbers are those of the result, for it folds the same
 * facts. Listens to a timeline, on the thread of its owner.
 */
public final class LiveReport implements Consumer<Fact> {
    private static final int WHO = 8;
    private static final String BEFORE_THE_CALL = "  --.--";

    private final PrintStream out;
    private final Paint paint;
    private final CallFold fold = new CallFold("");
    private boolean greeted;
    private int turnsTold;
    private int bargeInsTold;

    public LiveReport(PrintStream out, boolean colour) {
        this.out = out;
        this.paint = new Paint(colour);
    }

    @Override
    public void accept(Fact fact) {
        fold.fold(fact);
        if (fact instanceof Fact.Tick) {
            tellWhatIsHeard();
        } else if (!setUp(fact) && !talk(fact)) {
            trouble(fact);
        }
    }

    private boolean setUp(Fact fact) {
        if (fact instanceof Fact.CallPlaced placed) {
            tell(fact.atNs(), "call", placed.from() + " dials " + placed.number() + " at " + placed.server());
        } else if (fact instanceof Fact.WebhookAnswered webhook) {
            tell(
                    fact.atNs(),
                    "server",
                    "webhook answered " + webhook.status() + " in " + Figures.ms(webhook.tookNs() / 1e6));
        } else if (fact instanceof Fact.StreamOpened opened) {
            tell(fact.atNs(), "server", "stream opened in " + Figures.ms(opened.tookNs() / 1e6));
        } else if (fact instanceof Fact.StreamStarted) {
            tell(fact.atNs(), "call", "the line is open");
        } else if (fact instanceof Fact.AgentReady ready) {
            tell(fact.atNs(), "agent", ready.agent() + " is ready");
        } else {
            return false;
        }
        return true;
    }

    private boolean talk(Fact fact) {
        if (fact instanceof Fact.CallerStarted started) {
            tell(started.startNs(), "caller", "speaks");
        } else if (fact instanceof Fact.CallerEnded ended) {
            tell(ended.endNs(), "caller", "has finished");
        } else if (fact instanceof Fact.KeyPressed key) {
            tell(fact.atNs(), "caller", "presses " + key.digit());
        } else if (fact instanceof Fact.Transcribed words) {
            tell(fact.atNs(), words.speaker(), "“" + words.text().strip() + "”");
        } else if (fact instanceof Fact.ClearArrived clear) {
            tell(fact.atNs(), "server", "clears: " + discarded(clear) + " thrown away");
        } else if (fact instanceof Fact.AnswerCut cut) {
            tell(fact.atNs(), "bridge", "tells the agent that " + cut.heardMs() + " ms of its answer were heard");
        } else {
            return false;
        }
        return true;
    }

    private void trouble(Fact fact) {
        if (fact instanceof Fact.Noted noted) {
            tell(fact.atNs(), "note", noted.text());
        } else if (fact instanceof Fact.Found found) {
            String code =
                    found.finding().severity().word() + " " + found.finding().code();
            tell(
                    fact.atNs(),
                    "finding",
                    paint.in(Band.AMBER, code) + " " + found.finding().what());
        } else if (fact instanceof Fact.CallEnded ended) {
            tellWhatIsHeard();
            tell(fact.atNs(), "call", "over, ended by " + ended.by().word() + ": " + ended.why());
        }
    }

    private static String discarded(Fact.ClearArrived clear) {
        return Figures.wholeMs(clear.discardedBytes() * 1000.0 / LineFrame.RATE_HZ);
    }

    private void tellWhatIsHeard() {
        Double greetedAtMs = fold.greeting().firstAudibleAtMs();
        if (!greeted && greetedAtMs != null) {
            greeted = true;
            tellAt(greetedAtMs, "agent", "greets, first heard after " + Figures.ms(greetedAtMs));
        }
        Turn turn = fold.lastTurn();
        if (turn != null && turn.turn() > turnsTold && turn.firstAudibleAtMs() != null) {
            turnsTold = turn.turn();
            tellAt(turn.firstAudibleAtMs(), "agent", answers(turn));
        }
        List<BargeIn> bargeIns = fold.settledBargeIns();
        for (; bargeInsTold < bargeIns.size(); bargeInsTold++) {
            BargeIn bargeIn = bargeIns.get(bargeInsTold);
            tellAt(bargeIn.onsetAtMs(), "caller", interrupted(bargeIn));
        }
    }

    private String answers(Turn turn) {
        Double ttfaMs = turn.ttfaMs();
        return ttfaMs == null
                ? paint.in(Band.RED, "began before the caller had finished")
                : "answers after " + paint.in(Band.ofTtfaMs(ttfaMs), Figures.ms(ttfaMs));
    }

    private String interrupted(BargeIn bargeIn) {
        Double silenceMs = bargeIn.silenceMs();
        if (silenceMs != null) {
            return "interrupted, and the agent was silent after "
                    + paint.in(Band.ofSilenceMs(silenceMs), Figures.ms(silenceMs));
        }
        return Boolean.FALSE.equals(bargeIn.yielded())
                ? "interrupted, " + paint.in(Band.RED, "and the agent talked on")
                : "interrupted, too near the answer's end to tell whether the agent gave way";
    }

    private void tell(long atNs, String who, String what) {
        Double atMs = fold.atMs(atNs);
        if (atMs == null) {
            print(BEFORE_THE_CALL, who, what);
        } else {
            tellAt(atMs, who, what);
        }
    }

    private void tellAt(double atMs, String who, String what) {
        print(Figures.clock(atMs), who, what);
    }

    private void print(String when, String who, String what) {
        out.println(paint.dim(when) + "  " + Figures.left(who, WHO) + what);
        out.flush();
    }
}
