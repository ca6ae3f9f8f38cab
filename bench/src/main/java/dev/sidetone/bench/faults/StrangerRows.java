package dev.sidetone.bench.faults;

import static dev.sidetone.bench.faults.FaultScene.aBridge;
import static dev.sidetone.bench.faults.FaultScene.expect;
import static dev.sidetone.bench.faults.FaultScene.until;
import static dev.sidetone.bench.faults.FaultScene.urlOf;

import dev.sidetone.bench.peer.HandStream;
import dev.sidetone.bench.peer.RawConnection;
import dev.sidetone.bench.process.ObservedProcess;
import dev.sidetone.bench.process.SidetoneCommand;
import dev.sidetone.bench.process.Until;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Rows about strangers who send nothing, slowly, too much, or too often. */
final class StrangerRows {
    private static final String SMALL_HEAP = "-Xmx128m";
    private static final String GOES_ON = "nothing: calls go on";
    private static final String POST = "POST /voice HTTP/1.1\r\nHost: 127.0.0.1\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ";

    static final List<FaultRow> ROWS = List.of(
            row(
                    "unfinished-posts",
                    "220 unsigned POSTs of 1 MB each that never end",
                    GOES_ON,
                    "each gets 413 before its body is read; `/health` answers",
                    StrangerRows::unfinishedPosts),
            row(
                    "unfinished-small-posts",
                    "2,000 unsigned POSTs of 32 kB, all but their last byte",
                    GOES_ON,
                    "the oldest are closed, the rest after 10 s; the heap of 128 MB is enough; `/health` answers",
                    StrangerRows::unfinishedSmallPosts),
            row(
                    "unfinished-posts-agent",
                    "the same at `sidetone agent`",
                    GOES_ON,
                    "the fake agent accepts new sessions",
                    StrangerRows::unfinishedPostsAtTheAgent),
            row(
                    "slow-headers",
                    "300 connections whose header comes byte by byte",
                    GOES_ON,
                    "closed after 10 s",
                    scene -> closedInTime(scene, 300, "GET /health HTTP/1.1\r\nX: ")),
            row(
                    "idle-connections",
                    "2,000 connections that say nothing",
                    GOES_ON,
                    "at most 1,024 stay open, and none after 10 s",
                    scene -> closedInTime(scene, 2_000, "")),
            row(
                    "kept-connections",
                    "300 connections that are kept open after an answer",
                    GOES_ON,
                    "closed after 30 s",
                    scene -> closedInTime(scene, 300, "GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")),
            row(
                    "http2",
                    "HTTP/2, announced or at once, to have many requests on one connection",
                    GOES_ON,
                    "HTTP/1.1's answer, or the connection is closed",
                    StrangerRows::http2),
            row(
                    "long-body",
                    "a body that grows beyond its limit without an announced length",
                    GOES_ON,
                    "413",
                    StrangerRows::longBody),
            row("long-head", "a request line of 100 kB, headers of 1 MB", GOES_ON, "414, 431", StrangerRows::longHead),
            row(
                    "webhook-flood",
                    "3,000 forged webhooks, as fast as they go",
                    GOES_ON,
                    "403 each; at most 20 lines of log in 10 s, then the number of the others",
                    StrangerRows::webhookFlood),
            row(
                    "voice-repeated",
                    "`/voice` 40 times for one call",
                    GOES_ON,
                    "429 after 30 in a minute; other calls get their document",
                    StrangerRows::voiceRepeated),
            row(
                            "one-address",
                            "300 idle connections from one address of the network",
                            "nothing: who calls from elsewhere is answered",
                            "that address's oldest are closed: 128 stay",
                            StrangerRows::oneAddress)
                    .needing(Need.ADDRESS),
            row(
                    "stream-flood",
                    "an accepted stream sends 20,000 messages at once",
                    "nothing: other calls go on",
                    "1,000 a second are read, the rest waits at its sender",
                    StrangerRows::streamFlood));

    private StrangerRows() {}

    private static FaultRow row(String name, String fault, String caller, String operator, FaultRow.Run run) {
        return new FaultRow(FaultSection.ADMISSION, name, fault, caller, operator, List.of(), run);
    }

    private static void unfinishedPosts(FaultScene scene) throws Exception {
        scene.bridge(aBridge().java(SMALL_HEAP));
        HandStream running = scene.runningCall();
        List<RawConnection> posts = strangers(scene, scene.port(), 220, POST + "1000000\r\n\r\n" + "a".repeat(8_000));
        for (RawConnection post : posts) {
            expect("a POST of 1 MB gets 413", post.status() == 413);
        }
        expect("/health answers", scene.health() == 200);
        scene.stillTalks(running);
    }

    private static void unfinishedSmallPosts(FaultScene scene) throws Exception {
        scene.bridge(aBridge().java(SMALL_HEAP));
        HandStream running = scene.runningCall();
        List<RawConnection> posts = strangers(scene, scene.port(), 2_000, POST + "32000\r\n\r\n" + "a".repeat(31_999));
        expect("/health answers beside them", scene.health() == 200);
        scene.stillTalks(running);
        until("all unfinished POSTs are closed", () -> allClosed(posts));
    }

    private static void unfinishedPostsAtTheAgent(FaultScene scene) throws Exception {
        ObservedProcess agent = scene.agent("openai");
        String url = urlOf(agent);
        scene.bridge(aBridge("--agent", "openai", "--agent-url", url).with("OPENAI_API_KEY", "any"));
        scene.remember(agent);
        int port = URI.create(url).getPort();
        List<RawConnection> posts = strangers(scene, port, 220, POST + "1000000\r\n\r\n" + "a".repeat(8_000));
        for (RawConnection post : posts) {
            expect("a POST of 1 MB gets 413", post.status() == 413);
        }
    }

    /** Opens {@code count} connections that send {@code text} and then a byte now and then, until each is closed. */
    private static void closedInTime(FaultScene scene, int count, String text) throws Exception {
        scene.bridge(aBridge().java(SMALL_HEAP));
        HandStream running = scene.runningCall();
        List<RawConnection> all = strangers(scene, scene.port(), count, text);
        expect("/health answers beside them", scene.health() == 200);
        boolean trickles = text.endsWith(" ");
        until("all are closed", () -> {
            if (trickles) {
                all.forEach(each -> each.send("x"));
                Until.passes(Duration.ofMillis(200));
            }
            return allClosed(all);
        });
        scene.stillTalks(running);
    }

    private static void http2(FaultScene scene) throws Exception {
        scene.bridge();
        int announced;
        try (RawConnection asking = new RawConnection(scene.port())) {
            asking.send("GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade, HTTP2-Settings\r\n"
                    + "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n");
            announced = asking.status();
        }
        expect("an announced HTTP/2 is answered as HTTP/1.1, not with " + announced, announced == 200);
        try (RawConnection atOnce = new RawConnection(scene.port())) {
            String answer = atOnce.ask("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0");
            expect(
                    "HTTP/2 at once is refused: " + answer,
                    answer.isEmpty() || answer.matches("(?s)HTTP/[0-9.]+ [45].*"));
        }
    }

    private static void longBody(FaultScene scene) throws Exception {
        scene.bridge(aBridge().java(SMALL_HEAP));
        try (RawConnection post = new RawConnection(scene.port())) {
            post.send("POST /voice HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n");
            String chunk = "4000\r\n" + "a".repeat(0x4000) + "\r\n";
            for (int i = 0; i < 64 && post.send(chunk); i++) {
                expect("the bridge is alive", scene.health() == 200);
            }
            int status = post.status();
            expect("a body that grows gets 413, not " + status, status == 413 || status == 0);
        }
    }

    private static void longHead(FaultScene scene) throws Exception {
        scene.bridge(aBridge().java(SMALL_HEAP));
        try (RawConnection line = new RawConnection(scene.port());
                RawConnection headers = new RawConnection(scene.port())) {
            line.send("GET /" + "a".repeat(100_000));
            headers.send("GET / HTTP/1.1\r\nHost: " + "a".repeat(1_000_000));
            int toLine = line.status();
            int toHeaders = headers.status();
            expect("a long line gets 414, not " + toLine, toLine == 414 || toLine == 0);
            expect("long headers get 431, not " + toHeaders, toHeaders == 431 || toHeaders == 0);
        }
    }

    private static void webhookFlood(FaultScene scene) throws Exception {
        ObservedProcess bridge = scene.bridge(aBridge().java(SMALL_HEAP));
        HandStream running = scene.runningCall();
        int refused = 0;
        for (int batch = 0; batch < 30; batch++) {
            List<RawConnection> forged = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                RawConnection one = new RawConnection(scene.port());
                one.send(POST.replace("127.0.0.1", "evil.example") + "9\r\n\r\nCallSid=1");
                forged.add(one);
            }
            for (RawConnection one : forged) {
                refused += one.status() == 403 ? 1 : 0;
                one.close();
            }
        }
        expect("3,000 are refused with 403, not " + refused, refused == 3_000);
        long lines =
                bridge.lines().stream().filter(line -> line.startsWith("err: ")).count();
        expect("the log has few lines, not " + lines, lines > 0 && lines < 300);
        scene.stillTalks(running);
    }

    private static void voiceRepeated(FaultScene scene) throws Exception {
        scene.bridge();
        String form = "CallSid=CA0123456789abcdef0123456789abcdef";
        int documents = 0;
        int refusals = 0;
        for (int i = 0; i < 40; i++) {
            String answer = HandStream.post(scene.webhook(), form);
            documents += answer.startsWith("HTTP/1.1 200") ? 1 : 0;
            refusals += answer.startsWith("HTTP/1.1 429") ? 1 : 0;
        }
        expect(
                "30 documents and 10 refusals, not " + documents + " and " + refusals,
                documents == 30 && refusals == 10);
    }

    private static void oneAddress(FaultScene scene) throws Exception {
        InetAddress outer = Need.outerAddress().orElseThrow();
        ObservedProcess bridge = scene.bridgeWithoutCall(
                aBridge("--listen", outer.getHostAddress()).with("TWILIO_AUTH_TOKEN", "b".repeat(32)));
        URI webhook = scene.webhook();
        List<RawConnection> all = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            all.add(scene.keep(new RawConnection(outer, webhook.getPort())));
        }
        expect("it still runs", bridge.isAlive());
        until("at most 128 stay open", () -> all.size() - countClosed(all) <= 128);
        CallRun call = scene.call(
                SidetoneCommand.of("call", "--to", webhook.toString()).with("TWILIO_AUTH_TOKEN", "b".repeat(32)));
        scene.forgetBridge();
        expect("a call beside them is heard: " + call, call.exitCode() == 0 && call.wasHeard());
    }

    private static void streamFlood(FaultScene scene) throws Exception {
        scene.bridge(aBridge().java(SMALL_HEAP));
        HandStream running = scene.runningCall();
        HandStream flooding = scene.keep(HandStream.open(scene.webhook())).listens();
        Thread flood = new Thread(() -> flood(flooding), "flood");
        flood.setDaemon(true);
        flood.start();
        scene.stillTalks(running);
        expect("/health answers beside it", scene.health() == 200);
        flood.join();
        expect("the flooding stream is not closed for it", !flooding.isOver());
        flooding.close();
    }

    private static void flood(HandStream call) {
        try {
            for (int i = 0; i < 20_000; i++) {
                call.say(new byte[160]);
            }
        } catch (java.io.IOException closed) {
            // The row looks at it.
        }
    }

    private static List<RawConnection> strangers(FaultScene scene, int port, int count, String text) throws Exception {
        List<RawConnection> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            RawConnection one = scene.keep(new RawConnection(port));
            one.send(text);
            all.add(one);
        }
        return all;
    }

    private static boolean allClosed(List<RawConnection> all) throws Exception {
        return countClosed(all) == all.size();
    }

    private static long countClosed(List<RawConnection> all) throws Exception {
        long closed = 0;
        for (RawConnection each : all) {
            closed += each.isClosed() ? 1 : 0;
        }
        return closed;
    }
}
