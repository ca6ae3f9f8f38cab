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
import dev.sidetone.bridge.time.Timers;
import dev.sidetone.bridge.tools.CallTools;
import dev.sidetone.bridge.tools.ToolClient;
import dev.sidetone.bridge.twilio.FromTwilio;
import dev.sidetone.bridge.twilio.TwilioLeg;
import dev.sidetone.bridge.twilio.rest.CallControl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where streams become calls: a new one, or one that comes back from a detour. For any event loop. */
final class StreamAcceptor {
    private static final Logger LOG = LoggerFactory.getLogger(StreamAcceptor.class);

    private final BridgeConfig config;
    private final CallControl control;
    private final BridgeListener watch;
    private final CallStateStore desk;
    private final RunningCalls calls;
    private final BridgeMetrics metrics;
    private final ToolClient tools;
    private final RateLimitedLog turnedAway = new RateLimitedLog(LOG::warn);

    StreamAcceptor(
            BridgeConfig config,
            CallControl control,
            BridgeListener watch,
            CallStateStore desk,
            RunningCalls calls,
            BridgeMetrics metrics,
            ToolClient tools) {
        this.config = config;
        this.control = control;
        this.watch = watch;
        this.desk = desk;
        this.calls = calls;
        this.metrics = metrics;
        this.tools = tools;
    }

    /** A stream that arrives on {@code loop}. */
    ConnectionListener stream(EventLoop loop) {
        return new Arrival(loop).ferry;
    }

    /** One stream until it belongs to a call. */
    private final class Arrival implements TwilioLeg.Door {
        private final EventLoop loop;
        private final LoopHandover ferry;

        Arrival(EventLoop loop) {
            this.loop = loop;
            this.ferry = new LoopHandover(loop, new TwilioLeg(this, loop));
        }

        /** A stream becomes a call when it brings the token that its TwiML gave out, once. */
        @Override
        public boolean admit(FromTwilio.Start start, TwilioLeg leg) {
            String callSid = start.callSid();
            CallStateStore.Redeemed token =
                    desk.redeem(callSid, start.parameters().getOrDefault("token", ""), loop.nowNs());
            if (!token.isGood()) {
                metrics.requestRefused("token");
                turnedAway.say(callSid + ": a stream " + token.words + ", turned away", loop.nowNs());
                watch.refused(new BridgeListener.Refusal(why(token), BridgeRoutes.MEDIA, callSid, loop.nowNs()));
                return false;
            }
            leg.tapBy(watch.stream(callSid));
            RunningCalls.Live running = calls.get(callSid);
            boolean placedByUs = token == CallStateStore.Redeemed.OUTBOUND;
            if (running == null) {
                begin(callSid, leg, loop, placedByUs);
            } else if (running.loop() == loop) {
                goOn(running, callSid, leg, placedByUs);
            } else {
                ferry.moveTo(running.loop());
                leg.moveTo(running.loop());
                running.loop().after(0, () -> goOn(running, callSid, leg, placedByUs));
            }
            return true;
        }
    }

    private static BridgeListener.Why why(CallStateStore.Redeemed token) {
        return token == CallStateStore.Redeemed.TWICE ? BridgeListener.Why.USED_TOKEN : BridgeListener.Why.TOKEN;
    }

    /** On the running call's loop. */
    private void goOn(RunningCalls.Live running, String callSid, TwilioLeg leg, boolean placedByUs) {
        if (!running.call().comeBack(leg)) {
            begin(callSid, leg, running.loop(), placedByUs);
        }
    }

    private void begin(String callSid, TwilioLeg leg, EventLoop loop, boolean placedByUs) {
        BridgeConfig.Agent agent = config.agent();
        AgentConnector line = new AgentConnector(loop, !placedByUs);
        leg.whenFirstHeard(line::open);
        String stream = leg.streamSid();
        Timers.Timer limit = loop.after(config.rules().longest().toNanos(), () -> tooLong(callSid));
        CallContext around = new CallContext(
                callSid,
                loop,
                control,
                config.rules().humanNumber(),
                new CallTools(agent.settings().tools(), tools),
                new CallCounter(metrics).andThen(watch.call(callSid)),
                how -> {
                    limit.cancel();
                    ended(callSid, stream, how, agent.settings().unreachable(), loop.nowNs());
                });
        AgentLegFactory agents =
                (events, soFar) -> RemoteAgentLeg.connect(agent.continuing(soFar)::dialect, line, events);
        Call call = new Call(leg, agents, around);
        calls.add(callSid, new RunningCalls.Live(stream, call, loop));
    }

    private void tooLong(String callSid) {
        metrics.callTooLong();
        LOG.info("{}: has lasted as long as a call may", callSid);
        calls.tell(callSid, call -> call.end(StreamEnding.TOO_LONG, "the call has lasted as long as it may"));
    }

    private void ended(String callSid, String stream, StreamEnding how, Unreachable unreachable, long nowNs) {
        if (calls.remove(callSid, stream)) {
            StreamEnding ending = how.equals(StreamEnding.NO_AGENT) ? withoutAgent(unreachable) : how;
            desk.ended(callSid, ending);
            watch.ended(callSid, ending, nowNs);
        }
    }

    /** What a caller gets who has no agent, as the agent's settings say. */
    private StreamEnding withoutAgent(Unreachable unreachable) {
        String human = config.rules().humanNumber();
        return switch (unreachable) {
            case APOLOGY -> StreamEnding.NO_AGENT;
            case TRANSFER -> human == null ? StreamEnding.NO_AGENT : StreamEnding.transferTo(human);
            case HANG_UP -> StreamEnding.AGENT_HUNG_UP;
        };
    }
}
