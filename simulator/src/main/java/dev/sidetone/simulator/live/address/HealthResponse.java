package dev.sidetone.simulator.live.address;

import dev.sidetone.bridge.BridgeProbe;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;

/** The response to a probe, mostly {@code GET /health}, at a public address, from whatever server answers there. Immutable. */
record HealthResponse(int status, HttpHeaders headers, String body) {
    private static final int MOST_BYTES = 16 * 1024;

    /** Sends the request, signed as Twilio signs, and waits for the response. */
    static HealthResponse request(HttpClient client, String origin, String authToken, CheckTimeouts timeouts)
            throws IOException, InterruptedException {
        String url = origin + BridgeProbe.HEALTH;
        return send(client, signed(url, authToken, timeouts).build());
    }

    /** The response to the voice webhook without a call, signed as Twilio signs. */
    static HealthResponse ofVoice(HttpClient client, String origin, String authToken, CheckTimeouts timeouts)
            throws IOException, InterruptedException {
        String url = origin + BridgeProbe.VOICE;
        HttpRequest post = signed(url, authToken, timeouts)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return send(client, post);
    }

    private static HttpRequest.Builder signed(String url, String authToken, CheckTimeouts timeouts) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofMillis(timeouts.healthMs()))
                .header("User-Agent", "Sidetone")
                .header("X-Twilio-Signature", BridgeProbe.sign(authToken, url));
    }

    private static HealthResponse send(HttpClient client, HttpRequest signed) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = client.send(signed, HttpResponse.BodyHandlers.ofInputStream());
        if (response.sslSession().isPresent()) {
            checkDates(response.sslSession().get());
        }
        try (InputStream in = response.body()) {
            String body = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            return new HealthResponse(response.statusCode(), response.headers(), body);
        }
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** Java does not check the dates of a certificate that is itself trusted. */
    private static void checkDates(SSLSession session) throws SSLException {
        if (session.getPeerCertificates()[0] instanceof X509Certificate own) {
            try {
                own.checkValidity();
            } catch (CertificateException e) {
                throw new SSLException("out of date", e);
            }
        }
    }
}
