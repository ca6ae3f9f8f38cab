package dev.sidetone.simulator.twilio;

import dev.sidetone.bridge.socket.CloseCause;
import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.bridge.socket.ConnectionListener;
import dev.sidetone.bridge.socket.EventLoop;
import dev.sidetone.bridge.socket.RequestHandler;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Somebody's server, as raw text: documents by path, and a WebSocket that a test talks through. */
final class TestServer implements RequestHandler, ConnectionListener {
    static final String STREAM = "<Response><Connect><Stream url=\"/media\"/></Connect></Response>";

    final List<RequestHandler.Request> requests = new ArrayList<>();
    final List<RequestHandler.Request> upgrades = new ArrayList<>();
    /** Everything Twilio said, with the time of its arrival. */
    final List<String> texts = new ArrayList<>();

    final List<Long> textTimesNs = new ArrayList<>();
    final List<Integer> closes = new ArrayList<>();
    private RequestHandler.@Nullable Response refusal;
    private final Map<String, Function<RequestHandler.Request, RequestHandler.Response>> pages = new HashMap<>();
    private BiConsumer<TestServer, String> onText = (server, text) -> {};
    private @Nullable Connection wire;

    TestServer() {
        twiml("/voice", STREAM);
    }

    TestServer page(String path, int status, String contentType, String body) {
        pages.put(path, request -> new RequestHandler.Response(status, contentType, body));
        return this;
    }

    TestServer twiml(String path, String document) {
        return page(path, 200, "text/xml", document);
    }

    /** Sends whoever asks for {@code path} to {@code location}. */
    TestServer redirect(String path, String location) {
        RequestHandler.Response elsewhere =
                new RequestHandler.Response(302, "text/plain", "elsewhere", Map.of("Location", location));
        pages.put(path, request -> elsewhere);
        return this;
    }

    /** Answers {@code path} with TwiML, and sets a cookie by either header that there is for it. */
    TestServer cookies(String path, String cookie) {
        RequestHandler.Response setting = new RequestHandler.Response(
                200, "text/xml", STREAM, Map.of("Set-Cookie", cookie, "Set-Cookie2", cookie));
        pages.put(path, request -> setting);
        return this;
    }

    TestServer refuses(int status) {
        return refuses(RequestHandler.Response.text(status, "refused"));
    }

    /** Answers every handshake with {@code refusal}. */
    TestServer refuses(RequestHandler.Response refusal) {
        this.refusal = refusal;
        return this;
    }

    /** Does something with every message of Twilio's. */
    TestServer onText(BiConsumer<TestServer, String> doing) {
        onText = onText.andThen(doing);
        return this;
    }

    /** Says something as soon as the stream has started; {@code SID} stands for its streamSid. */
    TestServer onStart(String... messages) {
        return onText((server, text) -> {
            if (text.contains("\"event\":\"start\"")) {
                for (String message : messages) {
                    server.say(message.replace("SID", sid(text)));
                }
            }
        });
    }

    void say(String message) {
        wire().send(message);
    }

    Connection wire() {
        Connection open = wire;
        if (open == null) {
            throw new AssertionError("no stream was opened");
        }
        return open;
    }

    /** The texts that hold {@code part}. */
    List<String> texts(String part) {
        return texts.stream().filter(text -> text.contains(part)).toList();
    }

    static String sid(String text) {
        return text.replaceAll(".*\"streamSid\":\"(MZ[0-9a-f]{32})\".*", "$1");
    }

    @Override
    public RequestHandler.Response answer(RequestHandler.Request request, EventLoop loop) {
        requests.add(request);
        Function<RequestHandler.Request, RequestHandler.Response> page = pages.get(request.path());
        return page == null ? RequestHandler.Response.text(404, "not here") : page.apply(request);
    }

    @Override
    public RequestHandler.Upgrade upgrade(RequestHandler.Request request, EventLoop loop) {
        upgrades.add(request);
        RequestHandler.Response refused = refusal;
        return refused != null ? new RequestHandler.Upgrade.Refuse(refused) : new RequestHandler.Upgrade.Accept(this);
    }

    @Override
    public void onOpened(Connection opened, long atNs) {
        wire = opened;
    }

    @Override
    public void onText(String text, long atNs) {
        texts.add(text);
        textTimesNs.add(atNs);
        onText.accept(this, text);
    }

    @Override
    public void onBinary(byte[] bytes, long atNs) {
        throw new AssertionError("Twilio sends no binary messages");
    }

    @Override
    public void onClosed(CloseCause cause, long atNs) {
        closes.add(cause.code());
    }

    @Override
    public void onFailed(int httpStatus, String why, long atNs) {
        throw new AssertionError("a server dials nobody");
    }
}
