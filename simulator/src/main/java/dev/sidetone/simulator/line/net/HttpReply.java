package dev.sidetone.simulator.line.net;

import dev.sidetone.bridge.text.ForeignText;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads an HTTP/1.1 answer as strictly as is needed to say how it is broken; interim answers (1xx) are skipped. Each failure's message
 * is a half-sentence about the server. Used by one thread.
 */
final class HttpReply {
    private static final int MOST_HEAD_BYTES = 64 * 1024;
    private static final int MOST_SHOWN = 40;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");

    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;
    private final boolean tooLong;

    private HttpReply(int status, HttpHeaders headers, byte[] body, boolean tooLong) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.tooLong = tooLong;
    }

    /** @param mostBytes how much of the body is kept */
    static HttpReply read(InputStream raw, int mostBytes) throws IOException {
        Source in = new Source(new BufferedInputStream(raw), mostBytes);
        int status;
        HttpHeaders headers;
        do {
            status = status(in.line());
            headers = headers(in);
            if (status == 101) {
                throw new IOException("it switched to another protocol, which was not asked for");
            }
        } while (status < 200);
        boolean empty = status == 204 || status == 304;
        byte[] body = empty ? new byte[0] : body(in, headers);
        boolean tooLong = body.length > mostBytes;
        return new HttpReply(status, headers, tooLong ? Arrays.copyOf(body, mostBytes) : body, tooLong);
    }

    HttpAnswer answer(long atNs, URI url) {
        String text = BodyText.of(body, contentType());
        return new HttpAnswer.Answered(atNs, url, status, contentType(), text, tooLong, headers);
    }

    Download download(long atNs, URI url) {
        boolean moved = status >= 300 && status <= 399;
        URI movedTo = moved ? movedTo(url) : null;
        return new Download.Fetched(atNs, url, status, contentType(), body, tooLong, movedTo);
    }

    /** Null where it says nowhere, or where no URL leads. */
    private @Nullable URI movedTo(URI url) {
        try {
            String location = headers.firstValue("Location").orElse(null);
            return location == null ? null : url.resolve(new URI(location));
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private String contentType() {
        return headers.firstValue("Content-Type").orElse("");
    }

    private static int status(String line) throws IOException {
        Matcher shape = STATUS.matcher(line);
        if (!shape.matches()) {
            String shown = ForeignText.redacted(line, MOST_SHOWN).replaceAll("\\p{C}", "?");
            throw new IOException("it does not speak HTTP/1.1 but began with \"" + shown + "\"");
        }
        return Integer.parseInt(shape.group(1));
    }

    private static HttpHeaders headers(Source in) throws IOException {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String line = in.line(); !line.isEmpty(); line = in.line()) {
            int colon = line.indexOf(':');
            String name = line.substring(0, Math.max(0, colon)).strip().toLowerCase(Locale.ROOT);
            if (name.isEmpty()) {
                throw new IOException("one of its header lines has no name");
            }
            headers.computeIfAbsent(name, none -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return HttpHeaders.of(headers, (name, value) -> true);
    }

    private static byte[] body(Source in, HttpHeaders headers) throws IOException {
        String coding = headers.firstValue("Transfer-Encoding").orElse("");
        if (coding.toLowerCase(Locale.ROOT).contains("chunked")) {
            return chunks(in);
        }
        String length = headers.firstValue("Content-Length").orElse("");
        if (length.isEmpty()) {
            return in.rest();
        }
        return in.exactly(number(length, 10, "its Content-Length is no number"));
    }

    private static byte[] chunks(Source in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (body.size() <= in.mostBytes) {
            String size = in.line().replaceFirst("[;\\s].*", "");
            long bytes = number(size, 16, "a chunk of its answer has no length");
            if (bytes == 0) {
                break;
            }
            body.writeBytes(in.exactly(bytes));
            if (body.size() <= in.mostBytes) {
                in.line();
            }
        }
        return body.toByteArray();
    }

    private static long number(String text, int radix, String otherwise) throws IOException {
        try {
            return Long.parseUnsignedLong(text, radix) & Long.MAX_VALUE;
        } catch (NumberFormatException e) {
            throw new IOException(otherwise, e);
        }
    }

    /** The bytes of the answer, counted while they are not body. */
    private static final class Source {
        private final InputStream in;
        private final int mostBytes;
        private int headBytes;

        Source(InputStream in, int mostBytes) {
            this.in = in;
            this.mostBytes = mostBytes;
        }

        String line() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new EOFException(headBytes == 0 ? "it closed without a word" : "it closed in mid-answer");
                }
                if (++headBytes > MOST_HEAD_BYTES) {
                    throw new IOException("its headers are longer than 64 kB");
                }
                line.write(next);
            }
            String text = line.toString(StandardCharsets.ISO_8859_1);
            return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        }

        byte[] rest() throws IOException {
            return in.readNBytes(mostBytes + 1);
        }

        /** That many, or as many as are ever kept. */
        byte[] exactly(long bytes) throws IOException {
            int wanted = (int) Math.min(bytes, mostBytes + 1L);
            byte[] body = in.readNBytes(wanted);
            if (body.length < wanted) {
                throw new EOFException("it closed after " + body.length + " of " + bytes + " bytes");
            }
            return body;
        }
    }
}
