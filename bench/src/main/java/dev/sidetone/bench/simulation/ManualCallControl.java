package dev.sidetone.bench.simulation;

import dev.sidetone.bridge.socket.MemoryNetwork;
import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.bridge.time.Timers;
import dev.sidetone.bridge.time.Watchdog;
import dev.sidetone.bridge.twilio.rest.CallControl;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A bridge's call control over the fake Twilio's REST API in memory. Twilio's own client blocks threads, so it cannot run here: this one
 * sends the same requests and gives up after the same time.
 */
final class ManualCallControl implements CallControl {
    private static final long DEADLINE_NS = 5_000_000_000L;
    private static final int NOT_FOUND = 404;
    private static final int NOT_OK = 300;

    private final MemoryNetwork net;
    private final String api;
    private final String account;
    private final String token;
    private long slowUntilNs = Long.MIN_VALUE;

    /** @param api the API's authority */
    ManualCallControl(MemoryNetwork net, String api, String account, String token) {
        this.net = net;
        this.api = api;
        this.account = account;
        this.token = token;
    }

    /** Requests from now on are answered after {@code ns} have passed. */
    void slow(long ns) {
        slowUntilNs = net.nowNs() + ns;
    }

    @Override
    public void redirect(String callSid, String twiml, Timers loop, Consumer<Result> done) {
        send(callSid, "Twiml=" + URLEncoder.encode(twiml, StandardCharsets.UTF_8), loop, done);
    }

    @Override
    public void hangUp(String callSid, Timers loop, Consumer<Result> done) {
        send(callSid, "Status=completed", loop, done);
    }

    private void send(String callSid, String form, Timers loop, Consumer<Result> done) {
        new Sent(done).begin(callSid, form, loop);
    }

    /** One request, which has one result. */
    private final class Sent {
        private final Consumer<Result> done;
        private @Nullable Watchdog deadline;
        private boolean over;

        Sent(Consumer<Result> done) {
            this.done = done;
        }

        void begin(String callSid, String form, Timers loop) {
            deadline = new Watchdog(loop, DEADLINE_NS, () -> end(Outcome.FAILED, "no answer within 5 s"));
            long waitNs = Math.max(0, slowUntilNs - net.nowNs());
            net.after(waitNs, () -> ask(callSid, form, loop));
        }

        private void ask(String callSid, String form, Timers loop) {
            String login = Base64.getEncoder().encodeToString((account + ":" + token).getBytes(StandardCharsets.UTF_8));
            URI url = URI.create("http://" + api + "/2010-04-01/Accounts/" + account + "/Calls/" + callSid + ".json");
            Map<String, String> headers =
                    Map.of("Authorization", "Basic " + login, "Content-Type", "application/x-www-form-urlencoded");
            net.request("POST", url, headers, form, response -> loop.after(0, () -> answered(response)));
        }

        private void answered(RequestHandler.@Nullable Response response) {
            if (response == null) {
                end(Outcome.FAILED, "it cannot be reached");
            } else if (response.status() == NOT_FOUND || response.body().contains("21220")) {
                end(Outcome.ALREADY_OVER, "the call is over already");
            } else {
                boolean done = response.status() < NOT_OK;
                end(done ? Outcome.DONE : Outcome.FAILED, "HTTP " + response.status());
            }
        }

        private void end(Outcome outcome, String what) {
            if (!over) {
                over = true;
                if (deadline != null) {
                    deadline.stop();
                }
                done.accept(new Result(outcome, what));
            }
        }
    }
}
