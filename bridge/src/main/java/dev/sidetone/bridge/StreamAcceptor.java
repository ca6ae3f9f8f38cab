package dev.sidetone.bridge;

import dev.sidetone.bridge.agent.AgentLegFactory;
import dev.sidetone.bridge.agent.AgentSettings.Unreachable;
import dev.sidetone.bridge.agent.RemoteAgentLeg;
import dev.sidetone.bridge.call.Call;
import dev.sidetone.bridge.call.CallContext;
import dev.sidetone.bridge.call.StreamEnding;
import dev.sidetone.bridge.socket.ConnectionListener;
import dev.sidetone.bridge.socket.EventLoop;
import dev.sidetone.bridge.socket.LoopHandover;
import dev.sidetone.bridge.text.CallWarnings;
import dev.sidetone.bridge.time.Timers;
import dev.sidetone.bridge.tools.CallTools;
import dev.sidetone.bridge.tools.ToolClient;
import dev.sidetone.bridge.twilio.FromTwilio;
import dev.sidetone.bridge.twilio.TwilioLeg;
import dev.sidetone.bridge.twilio.rest.CallControl;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns streams into calls: new ones, or the next stream of a redirected call. For any event loop. */
final class StreamAcceptor {
    private static final Logger LOG = LoggerFactory.getLogger(StreamAcceptor.class);

    private final BridgeConfig config;
    private final CallControl control;
    private final BridgeListener listener;
    private final CallStateStore store;
    private final RunningCalls calls;
    private final BridgeMetrics metrics;
    private final ToolClient tools;
    private final CallLoops loops;
    private final RateLimitedLog refusals = new RateLimitedLog(LOG::warn);

    StreamAcceptor(
            BridgeConfig config,
            CallControl control,
            BridgeListener listener,
            CallStateStore store,
            RunningCalls calls,
            BridgeMetrics metrics,
            ToolClient tools,
            CallLoops loops) {
        this.loops = loops;
        this.config = config;
        this.control = control;
        this.listener = listener;
        this.store = store;
        this.calls = calls;
        this.metrics = metrics;
        this.tools = tools;
    }

    /** The listener for a stream that arrives on {@code loop}. */
    ConnectionListener stream(EventLoop loop) {
        return new Arrival(loop).handover;
    }

    /** A stream that does not belong to a call yet. */
    private final class Arrival implements TwilioLeg.Authorizer {
        private final EventLoop loop;
        private final LoopHandover handover;

        Arrival(EventLoop loop) {
            this.loop = loop;
            this.handover = new LoopHandover(loop, new TwilioLeg(this, loop));
        }

        /** A stream becomes a call when it carries the unused token of its TwiML. */
        @Override
        public boolean authorize(FromTwilio.Start start, TwilioLeg leg) {
            String callSid = start.callSid();
            CallStateStore.Redeemed token =
                    store.redeem(callSid, start.parameters().getOrDefault("token", ""), loop.nowNs());
            if (!token.isGood()) {
                metrics.requestRefused("token");
                refusals.warn(callSid + ": refused a stream " + token.words, loop.nowNs());
                listener.refused(new BridgeListener.Refusal(reason(token), BridgeRoutes.MEDIA, callSid, loop.nowNs()));
                return false;
            }
            leg.setTap(listener.stream(callSid), start);
            RunningCalls.RunningCall running = calls.get(callSid);
            boolean placedByUs = token == CallStateStore.Redeemed.OUTBOUND;
            if (running == null) {
                EventLoop chosen = loops.place(loop);
                goOn(chosen, leg, () -> begin(callSid, leg, loop, chosen, placedByUs));
            } else {
                goOn(running.loop(), leg, () -> resume(running, callSid, leg, placedByUs));
            }
            return true;
        }

        private void goOn(EventLoop there, TwilioLeg leg, Runnable step) {
            if (there == loop) {
                step.run();
            } else {
                handover.moveTo(there);
                leg.moveTo(there);
                there.after(0, step);
            }
        }
    }

    private static BridgeListener.RefusalReason reason(CallStateStore.Redeemed token) {
        return token == CallStateStore.Redeemed.TWICE
                ? BridgeListener.RefusalReason.USED_TOKEN
                : BridgeListener.RefusalReason.TOKEN;
    }

    /** Called on the running call's loop. */
    private void resume(RunningCalls.RunningCall running, String callSid, TwilioLeg leg, boolean placedByUs) {
        if (!running.call().resume(leg)) {
            EventLoop there = running.loop();
            loops.stay(there);
            begin(callSid, leg, there, there, placedByUs);
        }
    }

    /** Called on the call's {@code loop}; its stream arrived on {@code home}. */
    private void begin(String callSid, TwilioLeg leg, EventLoop home, EventLoop loop, boolean placedByUs) {
        BridgeConfig.Agent agent = config.agent();
        AgentConnector connector = new AgentConnector(loop, listener.agentWire(callSid), !placedByUs);
        leg.whenFirstHeard(connector::open);
        String stream = leg.streamSid();
        Timers.Timer limit = loop.after(config.policy().longest().toNanos(), () -> tooLong(callSid));
        CallWarnings warnings = new CallWarnings(callSid, LOG::warn);
        CallContext context = new CallContext(
                callSid,
                loop,
                noted(control),
                config.policy().humanNumber(),
                new CallTools(agent.settings().tools(), tools, warnings),
                agent.settings().wire().stalled(),
                new CallCounter(metrics, warnings).andThen(listener.call(callSid)),
                ending -> {
                    limit.cancel();
                    loops.left(home, loop);
                    ended(callSid, stream, ending, agent.settings().unreachable(), loop.nowNs());
                });
        AgentLegFactory agents = (events, continuation) ->
                RemoteAgentLeg.connect(agent.continuing(continuation)::dialect, connector, events, warnings);
        Call call = new Call(leg, agents, context);
        calls.add(callSid, new RunningCalls.RunningCall(stream, call, loop));
    }

    /** Call control that notes each detour of a call, whose document is then requested again. */
    private CallControl noted(CallControl twilio) {
        return new CallControl() {
            @Override
            public void redirect(String sid, String twiml, Timers timers, Consumer<Result> done) {
                store.detours(sid);
                twilio.redirect(sid, twiml, timers, done);
            }

            @Override
            public void hangUp(String sid, Timers timers, Consumer<Result> done) {
                twilio.hangUp(sid, timers, done);
            }
        };
    }

    private void tooLong(String callSid) {
        metrics.callTooLong();
        LOG.info("{}: ended, because it reached the maximum length of a call", callSid);
        calls.runOn(callSid, call -> call.end(StreamEnding.TOO_LONG, "the call has lasted as long as it may"));
    }

    private void ended(String callSid, String stream, StreamEnding ending, Unreachable unreachable, long nowNs) {
        if (calls.remove(callSid, stream)) {
            StreamEnding effective = ending.equals(StreamEnding.NO_AGENT) ? withoutAgent(unreachable) : ending;
            store.ended(callSid, effective);
            listener.ended(callSid, effective, nowNs);
        }
    }

    /** The ending of a call without an agent, as the agent's settings define it. */
    private StreamEnding withoutAgent(Unreachable unreachable) {
        String human = config.policy().humanNumber();
        return switch (unreachable) {
            case APOLOGY -> StreamEnding.NO_AGENT;
            case TRANSFER -> human == null ? StreamEnding.NO_AGENT : StreamEnding.transferTo(human);
            case HANG_UP -> StreamEnding.AGENT_HUNG_UP;
        };
    }
}
