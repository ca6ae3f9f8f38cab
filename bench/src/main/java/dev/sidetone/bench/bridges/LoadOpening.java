package dev.sidetone.bench.bridges;

import dev.sidetone.bench.peer.HandStream;
import dev.sidetone.bridge.twilio.FromTwilio;
import dev.sidetone.bridge.twilio.TwilioJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Opens the calls of a load one by one, as Twilio does: webhook, stream, start. Blocks. */
final class LoadOpening {
    private static final Pattern STREAM = Pattern.compile("<Stream url=\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
    private static final Duration BOUND = Duration.ofSeconds(10);

    private final CallLoad load;
    private final LoadFlavour flavour;
    private final LoadSound sound;

    LoadOpening(CallLoad load, LoadFlavour flavour, LoadSound sound) {
        this.load = load;
        this.flavour = flavour;
        this.sound = sound;
    }

    /** Opens call {@code number} at the bridge with that {@code webhook} and waits until the bridge has dialled its agent. */
    LoadedCall open(URI webhook, int number) throws Exception {
        String id = UUID.randomUUID().toString().replace("-", "");
        String document = HandStream.post(webhook, "CallSid=CA" + id + "&From=%2B15550100&To=%2B15550199");
        Matcher stream = STREAM.matcher(document);
        if (!stream.find()) {
            throw new IOException("the webhook answered without a stream: " + document.strip());
        }
        Matcher token = TOKEN.matcher(document);
        LoadedCall call = new LoadedCall(number, "MZ" + id, sound, flavour, load.buffers(), load);
        load.expect(call);
        SocketChannel channel = connect(URI.create(stream.group(1).replace("&amp;", "&")));
        load.add(channel, call, number);
        Map<String, String> parameters = token.find() ? Map.of("token", token.group(1)) : Map.of();
        load.order(() -> call.begin(
                TwilioJson.write(new FromTwilio.Connected("Call", "1.0.0")),
                TwilioJson.write(new FromTwilio.Start(1, "AC0", "MZ" + id, "CA" + id, parameters))));
        if (!call.awaitAnswer(BOUND.toMillis())) {
            throw new IOException("the agent of call " + number + " is never dialled; " + load.complaints());
        }
        return call;
    }

    private static SocketChannel connect(URI uri) throws IOException {
        SocketChannel channel =
                SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), uri.getPort()));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        String request = "GET " + uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
                + " HTTP/1.1\r\nHost: " + uri.getRawAuthority()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13"
                + "\r\nSec-WebSocket-Key: c2lkZXRvbmUgYmVuY2hlcw==\r\n\r\n";
        channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        StringBuilder head = new StringBuilder();
        ByteBuffer one = ByteBuffer.allocate(1);
        while (!head.toString().endsWith("\r\n\r\n")) {
            if (channel.read(one.clear()) < 0) {
                break;
            }
            head.append((char) one.get(0));
        }
        if (!head.toString().startsWith("HTTP/1.1 101")) {
            throw new IOException("the stream's handshake was answered with " + head);
        }
        return channel;
    }
}
