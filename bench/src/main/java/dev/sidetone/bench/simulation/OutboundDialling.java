package dev.sidetone.bench.simulation;

import dev.sidetone.bridge.socket.EventLoop;
import dev.sidetone.bridge.socket.MemoryNetwork;
import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.bridge.time.Timers;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.caller.CallerScript;
import dev.sidetone.simulator.line.ReleaseCause;
import dev.sidetone.simulator.twilio.Pickup;
import dev.sidetone.simulator.twilio.TwilioCall;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.rest.OutboundCall;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Places the calls of servers over the fake Twilio's REST API, and takes them as the scenario says. */
final class OutboundDialling implements Pickup {
    private static final long MS = 1_000_000;
    private static final long AGAIN_NS = 1_000 * MS;
    private static final int CREATED = 201;
    private static final String NUMBERS = "+1415555010";
    private static final Pattern STATUS = Pattern.compile("\"status\" *: *\"([a-z-]+)\"");
    private static final Duration AT_ONCE = Duration.ZERO;

    private final MemoryNetwork net;
    private final Timers timers;
    private final String api;
    private final String login;
    private final List<SimulatedCall> calls;
    private final Function<SimulatedCall, Caller> callers;
    private final BiConsumer<SimulatedCall, TwilioCall> placed;

    /**
     * @param api the API's authority
     * @param placed takes each call as soon as it is placed
     */
    OutboundDialling(
            MemoryNetwork net,
            Timers timers,
            String api,
            String token,
            List<SimulatedCall> calls,
            Function<SimulatedCall, Caller> callers,
            BiConsumer<SimulatedCall, TwilioCall> placed) {
        this.net = net;
        this.timers = timers;
        this.api = api;
        this.calls = calls;
        this.callers = callers;
        this.placed = placed;
        this.login = "Basic "
                + Base64.getEncoder()
                        .encodeToString((CallPlan.TEST_ACCOUNT_SID + ":" + token).getBytes(StandardCharsets.UTF_8));
    }

    /** Asks for {@code call}, again and again until the API has it. */
    void dial(SimulatedCall call, String firstUrl, String statusUrl) {
        String form =
                "To=" + encoded(NUMBERS + call.number()) + "&From=" + encoded(CallPlan.DEFAULT_FROM) + "&Timeout=5&Url="
                        + encoded(firstUrl) + "&StatusCallback=" + encoded(statusUrl)
                        + "&StatusCallbackEvent=initiated+ringing+answered+completed";
        URI url = URI.create("http://" + api + "/2010-04-01/Accounts/" + CallPlan.TEST_ACCOUNT_SID + "/Calls.json");
        Map<String, String> headers =
                Map.of("Authorization", login, "Content-Type", "application/x-www-form-urlencoded");
        net.request("POST", url, headers, form, response -> {
            if (response == null || response.status() != CREATED) {
                timers.after(AGAIN_NS, () -> dial(call, firstUrl, statusUrl));
            }
        });
    }

    /** The word of {@code handler}, the API itself, for the status of a call. */
    String status(RequestHandler handler, EventLoop loop, String callSid) {
        String path = "/2010-04-01/Accounts/" + CallPlan.TEST_ACCOUNT_SID + "/Calls/" + callSid + ".json";
        String body = handler.answer(
                        new RequestHandler.Request(
                                "GET",
                                path,
                                null,
                                Map.of("authorization", login, "host", "localhost:4010"),
                                "",
                                "127.0.0.1"),
                        loop)
                .body();
        Matcher status = STATUS.matcher(body);
        return status.find() ? status.group(1) : body;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public RingResult ring(OutboundCall wanted) {
        SimulatedCall call = calls.get(wanted.to().charAt(NUMBERS.length()) - '1');
        PlannedRing ring = call.plan().ring();
        if (ring == null) {
            throw new IllegalStateException(wanted.toString());
        }
        Duration after = Duration.ofMillis(ring.afterMs());
        return switch (ring.kind()) {
            case PICKS_UP -> new RingResult(null, callers.apply(call), call, after, made -> placed.accept(call, made));
            case DECIDES -> decided(call, after, Decision.PICKS_UP);
            case DECLINES -> decided(call, after, new Decision(ReleaseCause.BUSY));
            case BUSY -> none(call, ReleaseCause.BUSY, after);
            case NO_ANSWER -> none(call, ReleaseCause.NO_ANSWER, after);
            case FAILED -> none(call, ReleaseCause.FAILED, AT_ONCE);
        };
    }

    private RingResult decided(SimulatedCall call, Duration after, Decision decision) {
        CompletableFuture<Decision> made = new CompletableFuture<>();
        timers.after(after.toNanos(), () -> made.complete(decision));
        return RingResult.undecided(callers.apply(call), call, line -> placed.accept(call, line), made);
    }

    private RingResult none(SimulatedCall call, ReleaseCause ending, Duration after) {
        return new RingResult(ending, new CallerScript().caller(), call, after, made -> placed.accept(call, made));
    }
}
