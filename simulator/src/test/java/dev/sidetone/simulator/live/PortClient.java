package dev.sidetone.simulator.live;

import dev.sidetone.bridge.BridgeProbe;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client of a bridge's own port, with valid signatures and without them. */
final class PortClient {
    private static final Pattern TOKEN = Pattern.compile("value=\"([0-9a-f]{32})\"");
    private static final long PATIENCE_S = 60;
    private static final Executor EVERY_SECOND = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private final String origin;
    private final int port;

    /** @param origin what Twilio would sign */
    PortClient(String origin, int port) {
        this.origin = origin;
        this.port = port;
    }

    /** The status of a webhook with this signature. */
    int voice(String callSid, String signature) throws IOException, InterruptedException {
        return post(callSid, signature).statusCode();
    }

    /** The token of a webhook that is signed as it should be. */
    String token(String callSid) throws IOException, InterruptedException {
        String twiml = post(callSid, BridgeProbe.sign(Cloud.AUTH_TOKEN, origin + "/voiceCallSid" + callSid))
                .body();
        Matcher token = TOKEN.matcher(twiml);
        if (!token.find()) {
            throw new AssertionError("no token in " + twiml);
        }
        return token.group(1);
    }

    private HttpResponse<String> post(String callSid, String signature) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/voice"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString("CallSid=" + callSid))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Opens a signed stream with {@code token}; what is returned comes with its close code. */
    CompletableFuture<Integer> stream(String callSid, String token)
            throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<Integer> closed = new CompletableFuture<>();
        String signature = BridgeProbe.sign(Cloud.AUTH_TOKEN, "wss" + origin.substring("https".length()) + "/media");
        WebSocket socket = CLIENT.newWebSocketBuilder()
                .header("X-Twilio-Signature", signature)
                .buildAsync(URI.create("ws://127.0.0.1:" + port + "/media"), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onClose(WebSocket end, int code, String reason) {
                        closed.complete(code);
                        return CompletableFuture.completedFuture(null);
                    }
                })
                .get(PATIENCE_S, TimeUnit.SECONDS);
        socket.sendText("{\"event\":\"connected\",\"protocol\":\"Call\",\"version\":\"1.0.0\"}", true)
                .get(PATIENCE_S, TimeUnit.SECONDS);
        socket.sendText(start(callSid, token), true).get(PATIENCE_S, TimeUnit.SECONDS);
        stayOnTheLine(socket, closed);
        return closed;
    }

    /** A stream without media is closed after some seconds, which a busy machine takes for less. */
    private static void stayOnTheLine(WebSocket socket, CompletableFuture<Integer> closed) {
        if (!closed.isDone()) {
            CompletableFuture<Void> unused = socket.sendText("{\"event\":\"media\",\"media\":{\"payload\":\"\"}}", true)
                    .thenRunAsync(() -> stayOnTheLine(socket, closed), EVERY_SECOND);
        }
    }

    private static String start(String callSid, String token) {
        return "{\"event\":\"start\",\"sequenceNumber\":\"1\",\"start\":{\"accountSid\":\"" + Cloud.ACCOUNT_SID
                + "\",\"streamSid\":\"MZ1\",\"callSid\":\"" + callSid + "\",\"tracks\":[\"inbound\"],"
                + "\"customParameters\":{\"token\":\"" + token + "\"}},\"streamSid\":\"MZ1\"}";
    }
}
