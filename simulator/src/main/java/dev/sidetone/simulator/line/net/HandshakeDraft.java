package dev.sidetone.simulator.line.net;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.Handshakedata;
import org.java_websocket.protocols.Protocol;

/**
 * RFC 6455 as Twilio's client speaks it: names in lower case, {@code host} and {@code user-agent} first and the rest by the alphabet;
 * no extension and no sub-protocol is offered.
 */
final class HandshakeDraft extends Draft_6455 {
    static final int MOST_FRAME_BYTES = 16 << 20;

    private static final int EMPTY_CLOSING_FRAME = 0x8800;

    /** The last two bytes that came. */
    private int lastBytes;

    HandshakeDraft() {
        super(List.of(), List.of(new Protocol("")), MOST_FRAME_BYTES);
    }

    @Override
    public List<ByteBuffer> createHandshake(Handshakedata handshake, boolean withContent) {
        if (!(handshake instanceof ClientHandshake client)) {
            return super.createHandshake(handshake, withContent);
        }
        StringBuilder text = new StringBuilder("GET " + client.getResourceDescriptor() + " HTTP/1.1\r\n");
        line(text, client, "host");
        line(text, client, "user-agent");
        for (Iterator<String> names = client.iterateHttpFields(); names.hasNext(); ) {
            String name = names.next().toLowerCase(Locale.ROOT);
            if (!name.equals("host") && !name.equals("user-agent")) {
                line(text, client, name);
            }
        }
        return List.of(ByteBuffer.wrap(text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** The library reads a closing frame without a code as one with code 1000. */
    @Override
    public List<Framedata> translateFrame(ByteBuffer bytes) throws InvalidDataException {
        for (int at = Math.max(bytes.position(), bytes.limit() - 2); at < bytes.limit(); at++) {
            lastBytes = ((lastBytes << 8) | (bytes.get(at) & 0xFF)) & 0xFFFF;
        }
        return super.translateFrame(bytes);
    }

    /** Returns whether the last frame that came is a closing frame without a code. The reading thread. */
    boolean endsWithoutCode() {
        return lastBytes == EMPTY_CLOSING_FRAME;
    }

    @Override
    public Draft copyInstance() {
        return new HandshakeDraft();
    }

    private static void line(StringBuilder text, ClientHandshake handshake, String name) {
        if (handshake.hasFieldValue(name)) {
            text.append(name).append(": ").append(handshake.getFieldValue(name)).append("\r\n");
        }
    }
}
