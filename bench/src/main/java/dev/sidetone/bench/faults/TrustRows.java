package dev.sidetone.bench.faults;

import static dev.sidetone.bench.faults.FaultScene.expect;

import dev.sidetone.bench.peer.RawConnection;
import dev.sidetone.bench.process.ObservedProcess;
import dev.sidetone.bench.process.SidetoneCommand;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Rows about requests that claim to be Twilio's, or this machine's. */
final class TrustRows {
    private static final String FORM = "CallSid=CA00000000000000000000000000000001";
    private static final String CALLS = "nothing: the next call is answered";

    static final List<FaultRow> ROWS = List.of(
            row(
                    "test-token-in-tunnel",
                    "a webhook through a tunnel, signed with the test token that everybody knows",
                    CALLS,
                    "403; the log names the cure",
                    TrustRows::testTokenInTunnel),
            row(
                    "dns-rebinding",
                    "a page that reaches this machine by a name of its own",
                    CALLS,
                    "403",
                    scene -> refused(scene, post("evil.example", ""))),
            row(
                    "cross-site-post",
                    "another site's page posts a form to `/voice`",
                    CALLS,
                    "403",
                    scene -> refused(scene, post("127.0.0.1", "Origin: https://evil.example\r\n"))),
            row(
                    "cross-site-stream",
                    "another site's page opens the stream",
                    CALLS,
                    "403",
                    scene -> refused(
                            scene,
                            "GET /media HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: https://evil.example\r\n"
                                    + "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                                    + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n")),
            row(
                    "cross-site-get",
                    "a page with `/voice` as a picture, 130 times, at a bridge with one place",
                    CALLS,
                    "the document is shown or refused, and no place is taken",
                    TrustRows::crossSiteGet),
            row(
                    "metrics-in-tunnel",
                    "a stranger reads `/metrics` through a tunnel that hides itself",
                    CALLS,
                    "403",
                    scene -> refused(
                            scene, "GET /metrics HTTP/1.1\r\nHost: abc.ngrok.app\r\nConnection: close\r\n\r\n")),
            row(
                    "rest-by-page",
                    "a page drives the fake REST API of a running `call` by its published login",
                    "nothing: the call goes on",
                    "403",
                    TrustRows::restByPage),
            row(
                    "stream-without-token",
                    "a stream without the token of a document, and one with a used token",
                    CALLS,
                    "closed with 1008; the log names the CallSid",
                    TrustRows::streamWithoutToken));

    private TrustRows() {}

    private static FaultRow row(String name, String fault, String caller, String operator, FaultRow.Run run) {
        return new FaultRow(FaultSection.TRUST, name, fault, caller, operator, List.of(), run);
    }

    private static String post(String host, String headers) {
        return "POST /voice HTTP/1.1\r\nHost: " + host + "\r\n" + headers + "Connection: close\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + FORM.length() + "\r\n\r\n"
                + FORM;
    }

    private static void refused(FaultScene scene, String request) throws Exception {
        scene.bridge();
        int status = status(scene, request);
        expect("it is refused with 403, not " + status, status == 403);
    }

    private static int status(FaultScene scene, String request) throws IOException {
        try (RawConnection asking = new RawConnection(scene.port())) {
            asking.send(request);
            return asking.status();
        }
    }

    private static void testTokenInTunnel(FaultScene scene) throws Exception {
        ObservedProcess bridge = scene.bridge();
        String signature = signature("http://abc.ngrok.app/voice" + FORM.replace("=", ""));
        int status = status(
                scene,
                post(
                        "abc.ngrok.app",
                        "X-Forwarded-For: 203.0.113.7\r\nX-Forwarded-Proto: https\r\nX-Twilio-Signature: " + signature
                                + "\r\n"));
        expect("it is refused with 403, not " + status, status == 403);
        String line = bridge.await("refused with 403");
        expect("the log names the cure: " + line, line.contains("TWILIO_AUTH_TOKEN"));
    }

    private static String signature(String signed) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(CallPlan.TEST_AUTH_TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    private static void crossSiteGet(FaultScene scene) throws Exception {
        scene.bridge("--max-calls", "1");
        for (int i = 0; i < 130; i++) {
            int status = status(
                    scene,
                    "GET /voice?CallSid=CA" + i + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                            + (i % 2 == 0 ? "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\n" : "")
                            + "Connection: close\r\n\r\n");
            expect("shown or refused, not " + status, status == (i % 2 == 0 ? 403 : 200));
        }
    }

    private static void restByPage(FaultScene scene) throws Exception {
        ObservedProcess call =
                scene.start(SidetoneCommand.of("call", "--duration", "15s", "--linger", "0s", "--no-color"));
        String line = call.await("Twilio's REST API at http");
        int port = Integer.parseInt(line.replaceAll(".*127\\.0\\.0\\.1:(\\d+).*", "$1"));
        call.await("stream opened");
        String login = Base64.getEncoder()
                .encodeToString(
                        (CallPlan.TEST_ACCOUNT_SID + ":" + CallPlan.TEST_AUTH_TOKEN).getBytes(StandardCharsets.UTF_8));
        String form = "Status=completed";
        try (RawConnection page = new RawConnection(port)) {
            page.send("POST /2010-04-01/Accounts/" + CallPlan.TEST_ACCOUNT_SID
                    + "/Calls.json HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: https://evil.example\r\nAuthorization: Basic "
                    + login + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length()
                    + "\r\n\r\n" + form);
            int status = page.status();
            expect("it is refused with 403, not " + status, status == 403);
        }
        expect("the call ends as it would have", call.exitCode() == 0);
    }

    private static void streamWithoutToken(FaultScene scene) throws Exception {
        ObservedProcess bridge = scene.bridge();
        for (String token : List.of("", "0".repeat(32))) {
            scene.keep(StreamOfNobody.open(scene.port(), token)).expectClosedWith(1008);
        }
        bridge.await("refused a stream");
    }
}
