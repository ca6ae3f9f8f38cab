package dev.sidetone.simulator.report;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.report.EventLine.Span;
import dev.sidetone.simulator.timeline.CallFold;
import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import dev.sidetone.simulator.timeline.CallResult.Greeting;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.MeasuredAt;
import dev.sidetone.simulator.timeline.Milestones;
import java.util.List;
import java.util.function.Consumer;

/**
 * A call as it goes, in words: one for each thing worth telling. Its numbers are those of the result, for it folds the same facts.
 * Listens to a timeline, on the thread of its owner.
 */
public final class EventLog implements Consumer<Fact> {
    private static final int MOST_CHARS = 100;

    private final Consumer<EventLine> reader;
    private final CallFold fold = new CallFold("");
    private final Milestones heard = new Milestones(fold, new Heard());
    private boolean atBridge;

    public EventLog(Consumer<EventLine> reader) {
        this.reader = reader;
    }

    @Override
    public void accept(Fact fact) {
        fold.fold(fact);
        if (fact instanceof Fact.Tick) {
            heard.look();
        } else if (!setUp(fact) && !talk(fact) && !wish(fact)) {
            trouble(fact);
        }
    }

    private boolean setUp(Fact fact) {
        if (fact instanceof Fact.CallPlaced placed) {
            atBridge = placed.place() == MeasuredAt.BRIDGE;
            String where = placed.server().isEmpty() ? "" : " at " + placed.server();
            tell(fact.atNs(), "call", placed.from() + " dials " + placed.number() + where);
        } else if (fact instanceof Fact.WebhookAnswered webhook) {
            tell(
                    fact.atNs(),
                    "server",
                    "webhook answered " + webhook.status() + " in " + Figures.ms(webhook.tookNs() / 1e6));
        } else if (fact instanceof Fact.StreamOpened opened) {
            tell(fact.atNs(), "server", "stream opened in " + Figures.ms(opened.tookNs() / 1e6));
        } else if (fact instanceof Fact.StreamStarted) {
            tell(fact.atNs(), "call", "the line is open");
        } else if (fact instanceof Fact.AgentBusy) {
            tell(fact.atNs(), "agent", "is at its limit or broken: the caller hears it ring while it is dialled again");
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
            tell(fact.atNs(), "bridge", cut.heardMs() + " ms of the answer were heard");
        } else {
            return false;
        }
        return true;
    }

    private boolean wish(Fact fact) {
        if (fact instanceof Fact.ToolCalled called) {
            tell(fact.atNs(), "agent", "calls " + called.tool() + " " + cut(called.arguments()));
        } else if (fact instanceof Fact.ToolAnswered answered) {
            String what = answered.failed() ? " failed: " : " gave ";
            tell(fact.atNs(), "tool", answered.tool() + what + cut(answered.result()));
        } else if (fact instanceof Fact.HangUpWished) {
            tell(fact.atNs(), "agent", "hangs up, once its last words are heard");
        } else if (fact instanceof Fact.TransferWished transfer) {
            tell(fact.atNs(), "agent", "puts the caller through to " + transfer.number());
        } else {
            return false;
        }
        return true;
    }

    private static String cut(String text) {
        return text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS) + "…";
    }

    private void trouble(Fact fact) {
        if (fact instanceof Fact.AgentComplained complaint) {
            tell(fact.atNs(), "agent", "complains of " + complaint.code() + ": " + cut(complaint.text()));
        } else if (fact instanceof Fact.Noted noted) {
            tell(fact.atNs(), "note", noted.text());
        } else if (fact instanceof Fact.FaultBegan began) {
            tell(fact.atNs(), "fault", began.fault() + " begins");
        } else if (fact instanceof Fact.FaultEnded ended) {
            tell(fact.atNs(), "fault", ended.fault() + " is over");
        } else if (fact instanceof Fact.Found found) {
            String code = found.severity().word() + " " + found.code();
            tell(fact.atNs(), "finding", new Span(code, Band.AMBER), Span.plain(" " + found.what()));
        } else if (fact instanceof Fact.CallEnded ended) {
            heard.look();
            tell(fact.atNs(), "call", "over, ended by " + ended.by().word() + ": " + ended.why());
        }
    }

    private static String discarded(Fact.ClearArrived clear) {
        return Figures.wholeMs(clear.discardedBytes() * 1000.0 / LineFrame.RATE_HZ);
    }

    /** Tells what is heard, as soon as it is known. */
    private final class Heard implements Milestones.Listener {
        @Override
        public void greeted(Greeting greeting) {
            Double atMs = greeting.firstAudibleAtMs();
            if (atMs != null) {
                tellAt(
                        atMs,
                        "agent",
                        Span.plain("greets, first " + (atBridge ? "sent" : "heard") + " after " + Figures.ms(atMs)));
            }
        }

        @Override
        public void answered(Turn turn) {
            Double atMs = turn.firstAudibleAtMs();
            if (atMs != null) {
                tellAt(atMs, "agent", answers(turn));
            }
        }

        @Override
        public void answeredByTool(Turn turn, double answerMs) {
            if (turn.ttfaMs() != null && turn.ttfaMs() == answerMs) {
                return;
            }
            Span figure = figure(Figures.ms(answerMs), Band.ofTtfaMs(answerMs));
            tellAt(
                    turn.callerEndAtMs() + answerMs,
                    "agent",
                    Span.plain("answers with the tool's result after "),
                    figure);
        }

        @Override
        public void bargedIn(BargeIn bargeIn) {
            Double silenceMs = bargeIn.silenceMs();
            tellAt(bargeIn.onsetAtMs() + (silenceMs == null ? 0 : silenceMs), "caller", interrupted(bargeIn));
        }
    }

    /** A time says where it was taken unless it is the ear's. */
    private Span figure(String figure, Band band) {
        return new Span(atBridge ? figure + " at the bridge" : figure, band);
    }

    private Span[] answers(Turn turn) {
        Double ttfaMs = turn.ttfaMs();
        if (ttfaMs == null) {
            return new Span[] {new Span("began before the caller had finished", Band.RED)};
        }
        return new Span[] {Span.plain("answers after "), figure(Figures.ms(ttfaMs), Band.ofTtfaMs(ttfaMs))};
    }

    private Span[] interrupted(BargeIn bargeIn) {
        Double silenceMs = bargeIn.silenceMs();
        if (silenceMs != null) {
            Span figure = figure(Figures.ms(silenceMs), Band.ofSilenceMs(silenceMs));
            return new Span[] {Span.plain("interrupted, and the agent was silent after "), figure};
        }
        if (Boolean.FALSE.equals(bargeIn.yielded())) {
            return new Span[] {Span.plain("interrupted, "), new Span("and the agent talked on", Band.RED)};
        }
        return new Span[] {Span.plain("interrupted, too near the answer's end to tell whether the agent gave way")};
    }

    private void tell(long atNs, String who, String what) {
        tell(atNs, who, Span.plain(what));
    }

    private void tell(long atNs, String who, Span... what) {
        reader.accept(new EventLine(fold.atMs(atNs), who, List.of(what)));
    }

    private void tellAt(double atMs, String who, Span... what) {
        reader.accept(new EventLine(atMs, who, List.of(what)));
    }
}
