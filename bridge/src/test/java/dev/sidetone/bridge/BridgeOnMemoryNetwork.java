package dev.sidetone.bridge;

import dev.sidetone.bridge.agent.AgentService;
import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.bridge.agent.openai.OpenAi;
import dev.sidetone.bridge.call.Call;
import dev.sidetone.bridge.socket.MemoryNetwork;
import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.bridge.time.ManualTimers;
import dev.sidetone.bridge.tools.HttpToolClient;
import dev.sidetone.bridge.tools.ToolClient;
import dev.sidetone.bridge.twilio.rest.CallControl;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A bridge between a Twilio and an agent that a test plays by hand with raw JSON, in manual time. */
final class BridgeOnMemoryNetwork {
    static final String SID = "CA00000000000000000000000000000001";
    static final String STREAM = "MZ00000000000000000000000000000001";
    /** Less than on a real network, so that little is needed to reach it. */
    static final long MOST_UNREAD_BYTES = 1 << 20;

    private static final long MS = 1_000_000;

    final ManualTimers time = new ManualTimers(1_000_000_000L);
    final MemoryNetwork net = new MemoryNetwork(time, 0, MOST_UNREAD_BYTES);
    final FakeConnection twilio = new FakeConnection();
    final FakeConnection agent = new FakeConnection();
    final List<String> facts = new ArrayList<>();
    final List<String> watched = new ArrayList<>();

    final BridgeRoutes site;

    BridgeOnMemoryNetwork() {
        this(OpenAi.REALTIME.defaults());
    }

    BridgeOnMemoryNetwork(AgentSettings settings) {
        this(settings, CallPolicy.defaults(), null, CallControl.none());
    }

    BridgeOnMemoryNetwork(CallPolicy rules, CallControl control) {
        this(OpenAi.REALTIME.defaults(), rules, null, control);
    }

    BridgeOnMemoryNetwork(AgentSettings settings, CallPolicy rules, @Nullable String publicUrl, CallControl control) {
        this(settings, rules, publicUrl, control, new HttpToolClient());
    }

    BridgeOnMemoryNetwork(
            AgentSettings settings,
            CallPolicy rules,
            @Nullable String publicUrl,
            CallControl control,
            ToolClient tools) {
        this(OpenAi.REALTIME, settings, rules, publicUrl, control, tools);
    }

    /** With an agent on another wire. */
    BridgeOnMemoryNetwork(AgentService wire, AgentSettings settings) {
        this(wire, settings, CallPolicy.defaults(), null, CallControl.none(), new HttpToolClient());
    }

    BridgeOnMemoryNetwork(AgentService wire, AgentSettings settings, CallPolicy rules, CallControl control) {
        this(wire, settings, rules, null, control, new HttpToolClient());
    }

    private BridgeOnMemoryNetwork(
            AgentService wire,
            AgentSettings settings,
            CallPolicy rules,
            @Nullable String publicUrl,
            CallControl control,
            ToolClient tools) {
        BridgeConfig.Agent target =
                new BridgeConfig.Agent(wire.name(), wire, URI.create("ws://agent/v1/realtime"), "sk-secret", settings);
        BridgeConfig config = new BridgeConfig("bridge", 0, 1, publicUrl, "12345", target, rules);
        site = new BridgeRoutes(config, new ListenerLines(facts, watched), control, tools);
        net.serve("bridge", site);
        net.serve("agent", new AgentSite());
    }

    void advanceMs(long ms) {
        time.advance(ms * MS);
    }

    RequestHandler.Response post(String path, String form, Map<String, String> headers) {
        List<RequestHandler.Response> answers = new ArrayList<>();
        net.request("POST", URI.create("http://bridge" + path), headers, form, answers::add);
        advanceMs(1);
        return answers.get(0);
    }

    /** Posts the webhook and returns the token of its TwiML. */
    String token() {
        return tokenIn(post("/voice", "CallSid=" + SID, Map.of()).body());
    }

    String tokenIn(String twiml) {
        Matcher token = Pattern.compile("name=\"token\" value=\"([0-9a-f]+)\"|value=\"([0-9a-f]+)\" name=\"token\"")
                .matcher(twiml);
        if (!token.find()) {
            throw new AssertionError("no token in " + twiml);
        }
        return token.group(1) == null ? token.group(2) : token.group(1);
    }

    /** Connects a stream and starts it with {@code token}. */
    void startStream(String token) {
        startStream(token, STREAM, twilio);
    }

    void startStream(String token, String streamSid, FakeConnection twilioEnd) {
        net.dial(URI.create("ws://bridge/media"), Map.of(), twilioEnd);
        advanceMs(1);
        twilioEnd.send("{'event':'connected','protocol':'Call','version':'1.0.0'}");
        twilioEnd.send("{'event':'start','sequenceNumber':'1','start':{'accountSid':'AC0','streamSid':'" + streamSid
                + "','callSid':'" + SID + "','tracks':['inbound'],'customParameters':{'token':'" + token
                + "'}},'streamSid':'" + streamSid + "'}");
        advanceMs(1);
    }

    /** Twilio says that the stream is over. */
    void stop() {
        twilio.send("{'event':'stop','sequenceNumber':'9','streamSid':'" + STREAM
                + "','stop':{'accountSid':'AC0','callSid':'" + SID + "'}}");
        advanceMs(1);
    }

    /** What Twilio gets when it asks what comes after the stream. */
    String afterStream() {
        return post("/after-stream", "CallStatus=in-progress&CallSid=" + SID, Map.of())
                .body();
    }

    /** The running call, to do with it what an agent's tools do. */
    Call running() {
        return Objects.requireNonNull(site.call(SID), "no call runs");
    }

    /** Brings a call up to a configured agent and forgets the messages that took. */
    void connect() {
        startStream(token());
        agent.send("{'type':'session.created','session':{}}");
        advanceMs(1);
        agent.send("{'type':'session.updated','session':{}}");
        advanceMs(1);
        agent.heard.clear();
        twilio.heard.clear();
    }

    void callerSays(String payload) {
        twilio.send(
                "{'event':'media','sequenceNumber':'2','media':{'track':'inbound','chunk':'1','timestamp':'155','payload':'"
                        + payload + "'},'streamSid':'" + STREAM + "'}");
        advanceMs(1);
    }

    /** Time goes by on a line that carries silence, as Twilio's always does. */
    void callerListensFor(long ms) {
        for (long leftMs = ms; leftMs > 0; leftMs -= 1_000) {
            callerSays("////");
            advanceMs(Math.min(leftMs, 1_000) - 1);
        }
    }

    void markComesBack(String name) {
        twilio.send(
                "{'event':'mark','sequenceNumber':'9','streamSid':'" + STREAM + "','mark':{'name':'" + name + "'}}");
        advanceMs(0);
    }

    void agentSays(String item, int ms) {
        String audio = Base64.getEncoder().encodeToString(new byte[ms * 8]);
        agent.send("{'type':'response.output_audio.delta','response_id':'r','item_id':'" + item + "','delta':'" + audio
                + "'}");
        advanceMs(0);
    }

    void agentHearsTheCaller() {
        agent.send("{'type':'input_audio_buffer.speech_started','audio_start_ms':0,'item_id':'u'}");
        advanceMs(0);
    }

    private final class AgentSite implements RequestHandler {
        @Override
        public Response answer(Request request, dev.sidetone.bridge.socket.EventLoop loop) {
            return Response.text(404, "");
        }

        @Override
        public Upgrade upgrade(Request request, dev.sidetone.bridge.socket.EventLoop loop) {
            facts.add("dialled " + request.path() + "?" + request.query() + " "
                    + request.headers().get("authorization"));
            return new Upgrade.Accept(agent);
        }
    }
}
