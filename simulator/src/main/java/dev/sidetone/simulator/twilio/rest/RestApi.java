package dev.sidetone.simulator.twilio.rest;

import dev.sidetone.bridge.socket.EventLoop;
import dev.sidetone.bridge.socket.LocalRequest;
import dev.sidetone.bridge.socket.RequestHandler;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The REST API on one port: checks who asks and routes the request to its resource. On any event loop; never blocks. */
public final class RestApi implements RequestHandler {
    private static final Pattern ACCOUNT =
            Pattern.compile("/2010-04-01/Accounts/([^/]+)/(Calls|IncomingPhoneNumbers)(?:/([^/]+))?");
    private static final Pattern ALERTS = Pattern.compile("/v1/Alerts(?:/([^/]+))?");

    private final RestSetup setup;
    private final BasicAuth login;
    private final CallsResource calls;
    private final NumbersResource numbers;
    private final AlertsResource alerts;
    private final RefusedRequests refused;

    /** @param dial places a call that the API was asked for; it is recorded before this returns, which it does at once */
    public RestApi(RestSetup setup, CallStore book, NumberStore owned, Function<OutboundCall, CallRecord> dial) {
        this.setup = setup;
        this.login = new BasicAuth(setup.accountSid(), setup.authToken());
        this.calls = new CallsResource(
                book,
                new CallJson(owned),
                dial,
                new CallPermissions(setup, owned),
                setup.faults().contains(RestFault.REST_RACE));
        this.numbers = new NumbersResource(owned, setup.accountSid());
        this.refused = new RefusedRequests(book);
        this.alerts = new AlertsResource(book, setup.accountSid());
    }

    @Override
    public Response answer(Request request, EventLoop loop) {
        if (!new LocalRequest(request, "").isLocal(Set.of())) {
            return Response.text(
                    403, "for programs on this machine, under one of its own names: http://127.0.0.1:PORT\n");
        }
        try {
            login.check(request);
            refuseOnPurpose(request);
            String host = request.headers().getOrDefault("host", "localhost");
            return answer(RestRequest.of(request, "http://" + host)).response();
        } catch (RestError refusal) {
            if (setup.faults().isEmpty()) {
                refused.report(request, refusal);
            }
            return RestReply.refused(refusal).response();
        }
    }

    @Override
    public Upgrade upgrade(Request request, EventLoop loop) {
        return new Upgrade.Refuse(404, "no WebSocket here");
    }

    private void refuseOnPurpose(Request request) throws RestError {
        if (setup.faults().contains(RestFault.REST_500)) {
            refused.blame(request, RestFault.REST_500);
            throw RestError.of(500, 20500, "An internal server error has occurred");
        }
        if (setup.faults().contains(RestFault.REST_429)) {
            throw RestError.of(429, 20429, "Too Many Requests");
        }
    }

    private RestReply answer(RestRequest asked) throws RestError {
        Matcher account = ACCOUNT.matcher(asked.path());
        if (account.matches()) {
            login.checkAccount(account.group(1));
            boolean aboutCalls = account.group(2).equals("Calls");
            String sid = account.group(3);
            if (sid == null) {
                return aboutCalls ? calls.all(asked) : numbers.all(asked);
            }
            return aboutCalls ? calls.one(asked, sid) : numbers.one(asked, sid);
        }
        Matcher alert = ALERTS.matcher(asked.path());
        if (!alert.matches()) {
            throw RestError.notFound(asked.fullPath());
        }
        if (!asked.isGet()) {
            throw RestError.method();
        }
        return alert.group(1) == null ? alerts.all(asked) : alerts.one(asked, alert.group(1));
    }
}
