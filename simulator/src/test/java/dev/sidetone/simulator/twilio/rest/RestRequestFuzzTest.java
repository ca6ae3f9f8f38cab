package dev.sidetone.simulator.twilio.rest;

import dev.sidetone.bridge.socket.MemoryNetwork;
import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.bridge.time.ManualTimers;
import dev.sidetone.fuzz.FuzzedReader;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Requests to the fake REST API, with the account's login: method, path and query in the first line, then the form. */
final class RestRequestFuzzTest extends FuzzedReader {
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    private static final String LOGIN = "Basic "
            + Base64.getEncoder()
                    .encodeToString((CallPlan.TEST_ACCOUNT_SID + ":" + CallPlan.TEST_AUTH_TOKEN)
                            .getBytes(StandardCharsets.UTF_8));

    private final MemoryNetwork loop = new MemoryNetwork(new ManualTimers(0), 0);

    @Override
    protected Set<Class<? extends Exception>> declared() {
        return Set.of(Dialled.class);
    }

    @Override
    protected void read(byte[] input) {
        String[] parts = text(input).split("\n", 2);
        String[] first = parts[0].split(" ", 2);
        String target = first.length == 2 ? first[1] : "/";
        int query = target.indexOf('?');
        api().answer(
                        new RequestHandler.Request(
                                first[0],
                                query < 0 ? target : target.substring(0, query),
                                query < 0 ? null : target.substring(query + 1),
                                Map.of("authorization", LOGIN, "host", "localhost:1"),
                                parts.length == 2 ? parts[1] : "",
                                "127.0.0.1"),
                        loop);
    }

    private static RestApi api() {
        RestSetup setup = new RestSetup(
                0,
                CallPlan.TEST_ACCOUNT_SID,
                CallPlan.TEST_AUTH_TOKEN,
                Set.of(),
                List.of(PresetNumber.of("+14155550199")),
                null);
        NumberStore numbers = new NumberStore(CLOCK);
        setup.numbers().forEach(numbers::add);
        return new RestApi(setup, new CallStore(CLOCK), numbers, call -> {
            throw new Dialled();
        });
    }

    /** The request was right: a call would be placed. */
    private static final class Dialled extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
