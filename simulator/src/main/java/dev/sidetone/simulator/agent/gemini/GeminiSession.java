package dev.sidetone.simulator.agent.gemini;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.json.JsonText;
import dev.sidetone.bridge.socket.CloseCause;
import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.bridge.socket.ConnectionListener;
import dev.sidetone.bridge.time.Timers;
import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.agent.ProtocolError;
import dev.sidetone.simulator.agent.SessionContext;
import dev.sidetone.simulator.agent.TurnController;
import dev.sidetone.simulator.agent.TurnPolicy;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One session on Gemini's wire: silent until a {@code setup}, which comes once and as the first message, and then as strict as the service. What
 * it refuses it closes the wire for. On its loop.
 */
final class GeminiSession implements ConnectionListener {
    private static final Set<String> MESSAGES = Set.of("setup", "clientContent", "realtimeInput", "toolResponse");
    private static final long SOON_NS = 10_000_000_000L;
    /** How long before its end a session says that it will end. */
    private static final long NOTICE_NS = 5_000_000_000L;

    private final SessionContext context;
    private final GeminiHandles handles;
    private @Nullable Open open;

    GeminiSession(SessionContext context, GeminiHandles handles) {
        this.context = context;
        this.handles = handles;
    }

    @Override
    public void onOpened(Connection wire, long atNs) {
        open = new Open(new GeminiWriter(wire, context));
        handles.opened(context.number());
    }

    @Override
    public void onText(String text, long atNs) {
        if (open != null) {
            open.take(text, atNs);
        }
    }

    @Override
    public void onBinary(byte[] bytes, long atNs) {
        if (open != null) {
            open.refuse(GeminiWriter.INVALID, GeminiJson.invalid("message", "expected JSON in a text frame"));
        }
    }

    @Override
    public void onClosed(CloseCause cause, long atNs) {
        handles.closed(context.number());
        if (open != null) {
            open.leave();
            open = null;
        }
    }

    @Override
    public void onFailed(int httpStatus, String why, long atNs) {
        context.log().note("the socket failed: " + why, atNs);
    }

    /** A session whose wire is open. */
    private final class Open {
        private final GeminiWriter writer;
        private final GeminiOutput out;
        private final TurnController turns;
        private final GeminiResumption resumption;
        private Timers.Timer notice = () -> {};
        private Timers.Timer expiry = () -> {};
        private @Nullable GeminiInput input;
        private boolean over;

        Open(GeminiWriter writer) {
            this.writer = writer;
            this.out = new GeminiOutput(writer, context);
            this.turns = context.turns(out);
            this.resumption = new GeminiResumption(writer, context, handles, () -> turns.busy() || out.isBusy());
        }

        void take(String text, long atNs) {
            if (over) {
                return;
            }
            GeminiEndpoint.Refusal refusal = input == null ? GeminiEndpoint.verdict(context) : null;
            if (refusal != null) {
                refuse(refusal.closeCode(), refusal.error());
                return;
            }
            try {
                take(GeminiJson.parse(text), atNs);
            } catch (ProtocolError rejected) {
                refuse(closeCode(rejected), rejected);
            }
        }

        private static int closeCode(ProtocolError rejected) {
            return switch (rejected.code()) {
                case "not_found" -> GeminiWriter.POLICY;
                case "still_open", "resource_exhausted", "internal" -> GeminiWriter.INTERNAL;
                default -> GeminiWriter.INVALID;
            };
        }

        private void take(ObjectNode message, long atNs) throws ProtocolError {
            GeminiJson.onlyHas(message, "BidiGenerateContentClientMessage", MESSAGES);
            if (message.size() != 1) {
                throw GeminiJson.invalid("message", "expected exactly one of " + String.join(", ", MESSAGES));
            }
            GeminiInput ready = input;
            if (message.has("setup")) {
                setUp(GeminiJson.onlyHas(message, "message", Set.of("setup")).path("setup"), atNs);
            } else if (ready == null) {
                context.log()
                        .heardTooEarly(
                                JsonText.of(message.at("/realtimeInput/audio/data"))
                                                .length()
                                        * 3
                                        / 4,
                                atNs);
                throw GeminiJson.invalid("message", "the first message must be setup");
            } else {
                ready.take(message, atNs);
            }
        }

        private void setUp(com.fasterxml.jackson.databind.JsonNode asked, long atNs) throws ProtocolError {
            if (input != null) {
                throw GeminiJson.invalid("setup", "setup must be the first message and only the first");
            }
            if (!(asked instanceof ObjectNode setup)) {
                throw GeminiJson.invalid("setup", "expected an object");
            }
            GeminiRules.check(setup);
            limits();
            String handle = JsonText.of(setup.at("/sessionResumption/handle"));
            if (!handle.isEmpty()) {
                handles.resume(handle, atNs);
                context.log().note("took up the session of " + handle, atNs);
            }
            if (!context.isInjected(AgentFault.NEVER_READY)) {
                begin(setup, atNs);
            }
        }

        private void limits() throws ProtocolError {
            if (context.isInjected(AgentFault.BUSY)) {
                throw new ProtocolError("resource_exhausted", "Resource has been exhausted (e.g. check quota).", null);
            }
            if (context.isInjected(AgentFault.BROKEN)) {
                throw new ProtocolError("internal", "Internal error encountered.", null);
            }
        }

        private void begin(ObjectNode setup, long atNs) {
            GeminiConfig config = GeminiConfig.of(setup);
            input = new GeminiInput(context, config, turns, out);
            GeminiNotEmulated.in(setup, context.terms().script().endpointingMs())
                    .forEach(what -> context.log().notEmulated(what, atNs));
            out.begin(config, turns::heardLess);
            boolean detects = config.detectsTurns();
            turns.behave(new TurnPolicy(true, detects, detects, config.yields(), 0, 0));
            ObjectNode complete = GeminiWriter.message();
            complete.putObject("setupComplete").put("sessionId", "session_" + context.number());
            writer.send(complete);
            if (config.resumable()) {
                resumption.begin();
            }
            if (context.isInjected(AgentFault.EXPIRE)) {
                notice = context.loop().after(SOON_NS - NOTICE_NS, this::goAway);
                expiry = context.loop()
                        .after(
                                SOON_NS,
                                () -> writer.close(
                                        GeminiWriter.INTERNAL, "Deadline expired before operation could complete."));
            }
        }

        private void goAway() {
            ObjectNode message = GeminiWriter.message();
            message.putObject("goAway").put("timeLeft", NOTICE_NS / 1_000_000_000L + "s");
            writer.send(message);
        }

        void refuse(int closeCode, ProtocolError error) {
            if (!over) {
                over = true;
                writer.refuse(closeCode, error);
                leave();
            }
        }

        void leave() {
            turns.leave();
            out.leave();
            resumption.leave();
            notice.cancel();
            expiry.cancel();
        }
    }
}
