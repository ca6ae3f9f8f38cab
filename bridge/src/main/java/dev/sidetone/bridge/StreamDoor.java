package dev.sidetone.bridge;

import dev.sidetone.bridge.agent.AgentDialler;
import dev.sidetone.bridge.agent.AgentSettings.Unreachable;
import dev.sidetone.bridge.agent.DialledAgent;
import dev.sidetone.bridge.call.Call;
import dev.sidetone.bridge.call.CallSurroundings;
import dev.sidetone.bridge.call.Ending;
import dev.sidetone.bridge.socket.Ferry;
import dev.sidetone.bridge.socket.Loop;
import dev.sidetone.bridge.socket.WireListener;
import dev.sidetone.bridge.time.Timers;
import dev.sidetone.bridge.tools.CallTools;
import dev.sidetone.bridge.tools.ToolPost;
import dev.sidetone.bridge.twilio.FromTwilio;
import dev.sidetone.bridge.twilio.TwilioLeg;
import dev.sidetone.bridge.twilio.rest.CallControl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where streams become calls: a new one, or one that comes back from a detour. For any event loop. */
final class StreamDoor {
    private static final Logger LOG = LoggerFactory.getLogger(StreamDoor.class);

    private final BridgeConfig config;
    private final CallControl control;
    private final CallWatch watch;
    private final CallDesk desk;
    private final LiveCalls calls;
    private final BridgeMetrics metrics;
    private final ToolPost tools;
    private final FloodGate turnedAway = new FloodGate(LOG::warn);

    StreamDoor(
            BridgeConfig config,
            CallControl control,
            CallWatch watch,
            CallDesk desk,
            LiveCalls calls,
            BridgeMetrics metrics,
            ToolPost tools) {
        this.config = config;
        this.control = control;
        this.watch = watch;
        this.desk = desk;
        this.calls = calls;
        this.metrics = metrics;
        this.tools = tools;
    }

    /** A stream that arrives on {@code loop}. */
    WireListener stream(Loop loop) {
        return new Arrival(loop).ferry;
    }

    /** One stream until it belongs to a call. */
    private final class Arrival implements TwilioLeg.Door {
        private final Loop loop;
        private final Ferry ferry;

        Arrival(Loop loop) {
            this.loop = loop;
            this.ferry = new Ferry(loop, new TwilioLeg(this, loop));
        }

        /** A stream becomes a call when it brings the token that its TwiML gave out, once. */
        @Override
        public boolean admit(FromTwilio.Start start, TwilioLeg leg) {
            String callSid = start.callSid();
            CallDesk.Redeemed token = desk.redeem(callSid, start.parameters().getOrDefault("token", ""), loop.nowNs());
            if (!token.isGood()) {
                metrics.requestRefused("token");
                turnedAway.say(callSid + ": a stream " + token.words + ", turned away", loop.nowNs());
                watch.refused(new CallWatch.Refusal(why(token), BridgeSite.MEDIA, callSid, loop.nowNs()));
                return false;
            }
            leg.tapBy(watch.stream(callSid));
            LiveCalls.Live running = calls.get(callSid);
            boolean placedByUs = token == CallDesk.Redeemed.OUTBOUND;
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

    private static CallWatch.Why why(CallDesk.Redeemed token) {
        return token == CallDesk.Redeemed.TWICE ? CallWatch.Why.USED_TOKEN : CallWatch.Why.TOKEN;
    }

    /** On the running call's loop. */
    private void goOn(LiveCalls.Live running, String callSid, TwilioLeg leg, boolean placedByUs) {
        if (!running.call().comeBack(leg)) {
            begin(callSid, leg, running.loop(), placedByUs);
        }
    }

    private void begin(String callSid, TwilioLeg leg, Loop loop, boolean placedByUs) {
        BridgeConfig.Agent agent = config.agent();
        AgentLine line = new AgentLine(loop, !placedByUs);
        leg.whenFirstHeard(line::open);
        String stream = leg.streamSid();
        Timers.Timer limit = loop.after(config.rules().longest().toNanos(), () -> tooLong(callSid));
        CallSurroundings around = new CallSurroundings(
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
        AgentDialler dialler =
                (events, soFar) -> DialledAgent.dial(() -> AgentDialects.of(agent.continuing(soFar)), line, events);
        Call call = new Call(leg, dialler, around);
        calls.add(callSid, new LiveCalls.Live(stream, call, loop));
    }

    private void tooLong(String callSid) {
        metrics.callTooLong();
        LOG.info("{}: has lasted as long as a call may", callSid);
        calls.tell(callSid, call -> call.end(Ending.TOO_LONG, "the call has lasted as long as it may"));
    }

    private void ended(String callSid, String stream, Ending how, Unreachable unreachable, long nowNs) {
        if (calls.remove(callSid, stream)) {
            Ending ending = how.equals(Ending.NO_AGENT) ? withoutAgent(unreachable) : how;
            desk.ended(callSid, ending);
            watch.ended(callSid, ending, nowNs);
        }
    }

    /** What a caller gets who has no agent, as the agent's settings say. */
    private Ending withoutAgent(Unreachable unreachable) {
        String human = config.rules().humanNumber();
        return switch (unreachable) {
            case APOLOGY -> Ending.NO_AGENT;
            case TRANSFER -> human == null ? Ending.NO_AGENT : Ending.transferTo(human);
            case HANG_UP -> Ending.AGENT_HUNG_UP;
        };
    }
}
