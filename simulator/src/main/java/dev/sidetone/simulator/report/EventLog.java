package dev.sidetone.simulator.report;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.report.EventLine.Span;
import dev.sidetone.simulator.timeline.CallFold;
import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import dev.sidetone.simulator.timeline.CallResult.Greeting;
import dev.sidetone.simulator.timeline.CallResult.Probe;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.MeasuredAt;
import dev.sidetone.simulator.timeline.Milestones;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns the facts of a call into lines for people, as they happen. Its numbers are those of the result, for it folds the same facts.
 * Listens to a timeline, on the thread of its owner.
 */
public final class EventLog implements Consumer<Fact> {
    private static final int MOST_CHARS = 100;
    private static final double WORTH_SAYING_MS = 100;
    private static final TerminalColours NO_COLOUR = new TerminalColours(false);

    private final Consumer<EventLine> out;
    private final CallFold fold = new CallFold("");
    private final Milestones heard = new Milestones(fold, new Heard());
    private boolean atBridge;
    private boolean recorded;
    private int streams;
    /** Whether Twilio speaks for the server, and stops by itself. */
    private boolean texts;

    public EventLog(Consumer<EventLine> out) {
        this.out = out;
    }

    @Override
    public void accept(Fact fact) {
        Double beforeMs = fact instanceof Fact.StreamStarted ? fold.atMs(fact.atNs()) : null;
        fold.fold(fact);
        if (fact instanceof Fact.StreamStarted started) {
            texts = started.carriesTexts();
            add(fact.atNs(), "call", beginning(beforeMs));
        } else if (fact instanceof Fact.Tick) {
            heard.look();
        } else if (!setUp(fact) && !talk(fact) && !wish(fact)) {
            trouble(fact);
        }
    }

    private boolean setUp(Fact fact) {
        if (fact instanceof Fact.CallPlaced placed) {
            atBridge = placed.place() == MeasuredAt.BRIDGE;
            String where = placed.server().isEmpty() ? "" : " at " + placed.server();
            recorded = placed.place() == MeasuredAt.RECORDING;
            if (!recorded) {
                add(fact.atNs(), "call", placed.from() + " dials " + placed.number() + where);
            }
        } else if (fact instanceof Fact.WebhookAnswered webhook) {
            add(
                    fact.atNs(),
                    "server",
                    "webhook answered " + webhook.status() + " in " + Figures.ms(webhook.tookNs() / 1e6));
        } else if (fact instanceof Fact.StreamOpened opened) {
            add(fact.atNs(), "server", "stream opened in " + Figures.ms(opened.tookNs() / 1e6));
        } else if (fact instanceof Fact.CallAnswered) {
            add(fact.atNs(), "call", recorded ? "the recording begins" : "answered");
        } else if (fact instanceof Fact.AgentBusy) {
            add(fact.atNs(), "agent", "is at its limit or broken: the caller hears it ring while it is dialled again");
        } else if (fact instanceof Fact.AgentReady ready) {
            add(fact.atNs(), "agent", ready.agent() + " is ready");
        } else {
            return false;
        }
        return true;
    }

    /** @param beforeMs the time on the clock that ends with the first stream, or null where none ran before */
    private String beginning(@Nullable Double beforeMs) {
        boolean first = streams++ == 0;
        return first && beforeMs != null && beforeMs >= WORTH_SAYING_MS
                ? "the line is open, " + Figures.seconds(beforeMs)
                        + " after the answer: from here on times count from 0"
                : "the line is open";
    }

    private boolean talk(Fact fact) {
        if (fact instanceof Fact.CallerStarted started) {
            add(started.startNs(), "caller", "speaks");
        } else if (fact instanceof Fact.CallerEnded ended) {
            add(ended.endNs(), "caller", "has finished");
        } else if (fact instanceof Fact.ProbeStarted probe) {
            add(probe.startNs(), "caller", "no turn, a probe: " + probe.kind().word());
        } else if (fact instanceof Fact.KeyPressed key) {
            add(fact.atNs(), "caller", "presses " + key.digit());
        } else if (fact instanceof Fact.Transcribed words) {
            add(fact.atNs(), words.speaker(), "“" + words.text().strip() + "”");
        } else if (fact instanceof Fact.ClearArrived clear) {
            add(
                    fact.atNs(),
                    texts ? "relay" : "server",
                    (texts ? "stops the answer: " : "clears: ") + discarded(clear) + " thrown away");
        } else if (fact instanceof Fact.AnswerCut cut) {
            add(fact.atNs(), "bridge", cut.heardMs() + " ms of the answer were heard");
        } else {
            return false;
        }
        return true;
    }

    private boolean wish(Fact fact) {
        if (fact instanceof Fact.ToolCalled called) {
            add(fact.atNs(), "agent", "calls " + called.tool() + " " + cut(called.arguments()));
        } else if (fact instanceof Fact.ToolAnswered answered) {
            String what = answered.failed() ? " failed: " : " gave ";
            add(fact.atNs(), "tool", answered.tool() + what + cut(answered.result()));
        } else if (fact instanceof Fact.HangUpWished) {
            add(fact.atNs(), "agent", "hangs up, once its last words are heard");
        } else if (fact instanceof Fact.TransferWished transfer) {
            add(fact.atNs(), "agent", "puts the caller through to " + transfer.number());
        } else {
            return false;
        }
        return true;
    }

    private static String cut(String text) {
        return ForeignText.redacted(text, MOST_CHARS);
    }

    private void trouble(Fact fact) {
        if (fact instanceof Fact.AgentComplained complaint) {
            String of = complaint.code().isEmpty() ? "" : " of " + complaint.code();
            add(fact.atNs(), "agent", "complains" + of + ": " + cut(complaint.text()));
        } else if (fact instanceof Fact.AgentTimedOut) {
            add(fact.atNs(), "agent", "speaks by itself: the caller has said nothing for a while");
        } else if (fact instanceof Fact.AnswerContinued) {
            add(fact.atNs(), "agent", "goes on from its preamble to its answer");
        } else if (fact instanceof Fact.Noted noted) {
            add(fact.atNs(), "note", noted.text());
        } else if (fact instanceof Fact.CallerMuted mute) {
            add(fact.atNs(), "caller", mute.muted() ? "is muted" : "is heard again");
        } else if (fact instanceof Fact.DeviceChanged change) {
            add(
                    fact.atNs(),
                    "device",
                    change.kind() + ": "
                            + (change.device().isEmpty() ? "the machine's default" : cut(change.device())));
        } else if (fact instanceof Fact.StepBegan began) {
            add(fact.atNs(), "step", began.step() + " · " + began.text());
        } else if (fact instanceof Fact.StepWaitedInVain waited) {
            add(fact.atNs(), "step", waited.step() + " waited in vain");
        } else if (fact instanceof Fact.FaultBegan began) {
            add(fact.atNs(), "fault", began.fault() + " begins");
        } else if (fact instanceof Fact.FaultEnded ended) {
            add(fact.atNs(), "fault", ended.fault() + " is over");
        } else if (fact instanceof Fact.Found found) {
            String code = found.severity().word() + " " + found.code();
            add(fact.atNs(), "finding", new Span(code, QualityBand.AMBER), Span.plain(" " + found.what()));
        } else if (fact instanceof Fact.CallEnded ended) {
            heard.look();
            EndedBy by = ended.by();
            add(fact.atNs(), "call", "over" + (by == null ? "" : ", ended by " + by.word()) + ": " + ended.why());
        }
    }

    private static String discarded(Fact.ClearArrived clear) {
        return Figures.wholeMs(clear.discardedBytes() * 1000.0 / LineFrame.RATE_HZ);
    }

    /** Adds what was heard, as soon as it is known. */
    private final class Heard implements Milestones.Listener {
        @Override
        public void greeted(Greeting greeting) {
            Double atMs = greeting.firstAudibleAtMs();
            if (atMs != null) {
                addAt(
                        atMs,
                        "agent",
                        Span.plain("greets, first " + (atBridge ? "sent" : "heard") + " after " + Figures.ms(atMs)));
            }
        }

        @Override
        public void answered(Turn turn) {
            Double atMs = turn.firstAudibleAtMs();
            if (atMs != null) {
                addAt(atMs, "agent", answers(turn));
            }
        }

        @Override
        public void answeredByTool(Turn turn, double answerMs) {
            if (turn.ttfaMs() != null && turn.ttfaMs() == answerMs) {
                return;
            }
            Span figure = figure(Figures.ms(answerMs), QualityBand.ofTtfaMs(answerMs));
            addAt(
                    turn.callerEndAtMs() + answerMs,
                    "agent",
                    Span.plain("answers with the tool's result after "),
                    figure);
        }

        @Override
        public void probed(Probe probe) {
            addAt(
                    probe.atMs(),
                    "agent",
                    Span.plain("at the " + probe.kind() + ": " + new TurnTakingReport(NO_COLOUR).reaction(probe)));
        }

        @Override
        public void bargedIn(BargeIn bargeIn) {
            Double silenceMs = bargeIn.silenceMs();
            addAt(bargeIn.onsetAtMs() + (silenceMs == null ? 0 : silenceMs), "caller", interrupted(bargeIn));
        }
    }

    /** A figure names the place where it was taken unless that is the ear. */
    private Span figure(String figure, QualityBand band) {
        return new Span(atBridge ? figure + " at the bridge" : figure, band);
    }

    private Span[] answers(Turn turn) {
        Double ttfaMs = turn.ttfaMs();
        if (ttfaMs == null) {
            return new Span[] {new Span("began before the caller had finished", QualityBand.RED)};
        }
        return new Span[] {Span.plain("answers after "), figure(Figures.ms(ttfaMs), QualityBand.ofTtfaMs(ttfaMs))};
    }

    private Span[] interrupted(BargeIn bargeIn) {
        Double silenceMs = bargeIn.silenceMs();
        if (silenceMs != null) {
            Span figure = figure(Figures.ms(silenceMs), QualityBand.ofSilenceMs(silenceMs));
            return new Span[] {Span.plain("interrupted, and the agent was silent after "), figure};
        }
        if (Boolean.FALSE.equals(bargeIn.yielded())) {
            return new Span[] {Span.plain("interrupted, "), new Span("and the agent talked on", QualityBand.RED)};
        }
        return new Span[] {Span.plain("interrupted, too near the answer's end to tell whether the agent gave way")};
    }

    private void add(long atNs, String who, String what) {
        add(atNs, who, Span.plain(what));
    }

    private void add(long atNs, String who, Span... what) {
        out.accept(new EventLine(fold.atMs(atNs), who, List.of(what)));
    }

    private void addAt(double atMs, String who, Span... what) {
        out.accept(new EventLine(atMs, who, List.of(what)));
    }
}
