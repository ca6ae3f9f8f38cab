package dev.sidetone.simulator.doctor;

import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.agent.AgentDialect;
import dev.sidetone.bridge.agent.AgentEvent;
import dev.sidetone.bridge.agent.AgentFailure;
import dev.sidetone.bridge.agent.AgentLeg;
import dev.sidetone.bridge.agent.RemoteAgentLeg;
import dev.sidetone.bridge.agent.SessionName;
import dev.sidetone.bridge.agent.ToolResult;
import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.socket.EventLoop;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Connects to an agent once, as a bridge does, hears its greeting out, asks it a short question and times the answer. What fails has the
 * words that it has in a call. On one event loop, in less than a minute.
 */
// Over 300 lines because every event of an agent has its method here, most of them empty.
final class AgentProbe implements AgentEvent.Handler {
    private static final long S_NS = 1_000_000_000L;
    /** An agent that was told to greet has begun by then. */
    private static final int GREETING_S = 8;
    /** A greeting that lasts longer is not waited for. */
    private static final int LONGEST_GREETING_S = 10;
    /** An answer that has not begun by then is none. */
    private static final int ANSWER_S = 12;
    /** The answer is heard for so long, since an agent may break down in it. */
    private static final int HEARD_S = 3;

    private static final String CONNECTION = "connection";
    private static final String KEY = "key";
    private static final String GREETING = "greeting";
    private static final String ANSWER = "answer";

    /** The stages of a visit; it only ever moves down this list. */
    private enum Stage {
        CONNECTING,
        GREETED,
        ASKED,
        ANSWERED,
        OVER
    }

    private final ObservedLoop loop;
    private final BridgeConfig.Agent agent;
    private final Consumer<String> progress;
    private final boolean rehearsal;
    private final VisitRecord visit;
    private final CompletableFuture<AgentVisit> done = new CompletableFuture<>();
    private final AgentSound sound = new AgentSound();
    private final Question question = new Question();
    private Stage stage = Stage.CONNECTING;
    private long stageNs;
    private @Nullable AgentDialect dialect;
    private @Nullable AgentLeg leg;
    private long openedNs;
    private long nextTickNs;

    private AgentProbe(
            EventLoop loop, BridgeConfig.Agent agent, boolean rehearsal, VisitRecord visit, Consumer<String> progress) {
        this.rehearsal = rehearsal;
        this.loop = new ObservedLoop(loop, this::opened);
        this.agent = agent;
        this.visit = visit;
        this.progress = progress;
    }

    /**
     * Visits {@code agent}; any thread.
     *
     * @param before the steps that were taken already
     * @param progress takes a line at each step, on the loop
     */
    static CompletableFuture<AgentVisit> visit(
            EventLoop loop, BridgeConfig.Agent agent, List<VisitStep> before, Consumer<String> progress) {
        return start(loop, new AgentProbe(loop, agent, false, new VisitRecord(before), progress));
    }

    /** Visits an agent in this process until it is ready, so that the time in which Java loads code is no figure of the next one's. */
    static CompletableFuture<AgentVisit> rehearse(EventLoop loop, BridgeConfig.Agent agent) {
        return start(loop, new AgentProbe(loop, agent, true, new VisitRecord(List.of()), line -> {}));
    }

    private static CompletableFuture<AgentVisit> start(EventLoop loop, AgentProbe probe) {
        loop.after(0, probe::connect);
        return probe.done;
    }

    private void connect() {
        progress.accept("connecting to " + agent.endpoint());
        leg = RemoteAgentLeg.connectOnce(this::newDialect, loop, this, warning -> {});
    }

    private AgentDialect newDialect() {
        AgentDialect made = agent.dialect();
        dialect = made;
        return made;
    }

    private void opened() {
        boolean tls = "wss".equals(agent.endpoint().getScheme());
        openedNs = loop.nowNs();
        visit.add(VisitStep.ok(CONNECTION, loop.openedMs(), tls ? "TCP, TLS and WebSocket" : "TCP and WebSocket"));
    }

    @Override
    public void ready(AgentEvent.Ready event) {
        if (rehearsal) {
            over();
            return;
        }
        boolean keyless = agent.service().access().keyVariable() == null;
        visit.add(VisitStep.ok(KEY, null, keyless ? "none needed" : "accepted"));
        visit.ready((event.atNs() - openedNs) / 1e6, session());
        become(Stage.GREETED);
        if (agent.settings().greeting() == null) {
            visit.add(VisitStep.none(GREETING, "none is set: the caller speaks first"));
            ask();
        } else {
            progress.accept("the session is ready: waiting for the greeting");
        }
        nextTickNs = loop.nowNs();
        tick();
    }

    private SessionName session() {
        return dialect == null ? SessionName.NONE : dialect.session();
    }

    /** Gives the agent the caller's next 20 ms, by absolute deadlines. */
    private void tick() {
        if (stage == Stage.OVER || leg == null) {
            return;
        }
        long nowNs = loop.nowNs();
        leg.hear(MulawChunk.of(question.next(nowNs).mulaw()));
        proceed(nowNs, nowNs - stageNs);
        nextTickNs += LineFrame.NS;
        loop.after(Math.max(0, nextTickNs - loop.nowNs()), this::tick);
    }

    private void proceed(long nowNs, long sinceNs) {
        switch (stage) {
            case GREETED -> awaitGreeting(nowNs, sinceNs);
            case ASKED -> {
                if (question.isOver() && nowNs - question.endNs() > ANSWER_S * S_NS) {
                    fail(ANSWER, unanswered());
                }
            }
            case ANSWERED -> {
                if (sinceNs > HEARD_S * S_NS || sound.isOver(nowNs)) {
                    over();
                }
            }
            case CONNECTING, OVER -> {}
        }
    }

    private void awaitGreeting(long nowNs, long sinceNs) {
        if (!sound.isHeard() && sinceNs > GREETING_S * S_NS) {
            visit.add(VisitStep.none(GREETING, "none within " + GREETING_S + " s"));
            ask();
        } else if (sound.isOver(nowNs)) {
            ask();
        } else if (sinceNs > LONGEST_GREETING_S * S_NS) {
            visit.add(VisitStep.none(
                    ANSWER, "not asked for: the greeting lasts longer than " + LONGEST_GREETING_S + " s"));
            over();
        }
    }

    private void ask() {
        progress.accept("asking: \"" + Question.words() + "\"");
        sound.forget();
        question.ask();
        become(Stage.ASKED);
    }

    @Override
    public void audio(AgentEvent.Audio event) {
        boolean begins = sound.hear(event.chunk(), event.atNs());
        if (begins && stage == Stage.GREETED) {
            visit.add(VisitStep.ok(GREETING, (event.atNs() - stageNs) / 1e6, "first sound, from the session's start"));
        } else if (begins && stage == Stage.ASKED) {
            visit.add(
                    question.isOver()
                            ? VisitStep.ok(
                                    ANSWER,
                                    (event.atNs() - question.endNs()) / 1e6,
                                    "first sound, from the question's end")
                            : VisitStep.none(ANSWER, "it began before the question was over"));
            become(Stage.ANSWERED);
        }
    }

    @Override
    public void said(AgentEvent.Said event) {
        visit.said(event);
    }

    @Override
    public void complained(AgentEvent.Complained event) {
        visit.complain(event.code().isEmpty() ? event.text() : event.code() + ": " + event.text());
    }

    @Override
    public void toolCalled(AgentEvent.ToolCalled event) {
        visit.complain("it called the tool " + event.name() + ", which is not run here");
        if (leg != null && !event.callId().isEmpty()) {
            leg.giveResult(new ToolResult(event.callId(), "{\"error\":\"this is only a check\"}", true));
        }
    }

    @Override
    public void leaving(AgentEvent.Leaving event) {
        fail(
                step(),
                new AgentFailure(
                        AgentFailure.Cause.DIED,
                        event.why() + ", before the visit was over",
                        "look at its instructions, and at the agent's own log"));
    }

    @Override
    public void failed(AgentEvent.Failed event) {
        AgentFailure failure = event.failure();
        fail(failure.cause() == AgentFailure.Cause.AUTH ? KEY : step(), failure);
    }

    /** The step that was being taken. */
    private String step() {
        return switch (stage) {
            case CONNECTING -> loop.openedMs() != null ? VisitRecord.SESSION : loop.isTlsFailed() ? "TLS" : CONNECTION;
            case GREETED -> GREETING;
            case ASKED, ANSWERED, OVER -> ANSWER;
        };
    }

    private static AgentFailure unanswered() {
        return new AgentFailure(
                AgentFailure.Cause.SILENT,
                "the agent took the question and said nothing for " + ANSWER_S + " s",
                "look at the agent's own log, and at audio: and turn-detection: in its settings");
    }

    private void fail(String step, AgentFailure failure) {
        if (stage != Stage.OVER) {
            visit.fail(step, failure);
            over();
        }
    }

    /** A visit that failed at once had no time for a ping. */
    private void over() {
        if (loop.roundTripMs() != null || stage == Stage.ANSWERED) {
            visit.addBehind(CONNECTION, ping(loop.roundTripMs()));
        }
        become(Stage.OVER);
        if (leg != null) {
            leg.hangUp();
        }
        done.complete(visit.of(agent, session()));
    }

    private VisitStep ping(@Nullable Double ms) {
        return ms == null
                ? VisitStep.none("ping", "not answered")
                : VisitStep.ok("ping", ms, "round trip, median of " + loop.pongs());
    }

    private void become(Stage next) {
        stage = next;
        stageNs = loop.nowNs();
    }

    @Override
    public void callerStarted(AgentEvent.CallerStarted event) {}

    @Override
    public void callerStopped(AgentEvent.CallerStopped event) {}

    @Override
    public void callerHeard(AgentEvent.CallerHeard event) {}

    @Override
    public void lagged(AgentEvent.Lagged event) {}

    @Override
    public void busy(AgentEvent.Busy event) {}

    @Override
    public void lasts(AgentEvent.Lasts event) {}

    @Override
    public void brokeOff(AgentEvent.BrokeOff event) {}

    @Override
    public void continued(AgentEvent.Continued event) {}

    @Override
    public void timedOut(AgentEvent.TimedOut event) {}

    @Override
    public void flawed(AgentEvent.Flawed event) {
        visit.complain("it " + event.what());
    }
}
