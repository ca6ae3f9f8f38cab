package dev.sidetone.bridge.twilio.rest;

import com.twilio.http.HttpMethod;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.CallCreator;
import com.twilio.rest.api.v2010.account.CallUpdater;
import com.twilio.type.PhoneNumber;
import dev.sidetone.bridge.twilio.Twiml;
import java.time.Duration;
import java.util.List;

/** Places, ends and transfers calls of the account. Waits for Twilio; for any thread but an event loop. */
public final class TwilioCalls {
    private static final Duration DEADLINE = Duration.ofSeconds(12);
    private static final List<String> EVENTS = List.of("initiated", "ringing", "answered", "completed");

    private final TwilioApi api;

    TwilioCalls(TwilioApi api) {
        this.api = api;
    }

    /**
     * Places a call. The request is never repeated, so that nobody is rung twice.
     *
     * @return its CallSid
     */
    public String place(OutboundCallRequest request) throws TwilioApiException {
        String verb = "call " + request.to();
        return api.ask(verb, DEADLINE, client -> {
            String sid = creator(request).create(client).getSid();
            if (sid == null) {
                throw api.unreadable(verb);
            }
            return sid;
        });
    }

    /**
     * Ends a call for both sides.
     *
     * @return false when it had ended before
     */
    public boolean hangUp(String callSid) throws TwilioApiException {
        CallUpdater update = new CallUpdater(api.accountSid(), callSid);
        return update("hang up", update.setStatus(Call.UpdateStatus.COMPLETED));
    }

    /**
     * Cancels a call that nobody has answered.
     *
     * @return false when it was answered or had ended before
     */
    public boolean cancel(String callSid) throws TwilioApiException {
        CallUpdater update = new CallUpdater(api.accountSid(), callSid);
        return update("cancel the call", update.setStatus(Call.UpdateStatus.CANCELED));
    }

    /**
     * Takes a call off its stream and transfers the caller to {@code number}.
     *
     * @param longest the maximum length of that conversation
     * @return false when it had ended before, or nobody had answered yet
     */
    public boolean transfer(String callSid, String number, Duration longest) throws TwilioApiException {
        CallUpdater update = new CallUpdater(api.accountSid(), callSid);
        return update("transfer the call to " + number, update.setTwiml(Twiml.dial(number, longest)));
    }

    private boolean update(String verb, CallUpdater update) throws TwilioApiException {
        try {
            return api.ask(verb, DEADLINE, client -> apply(update, client));
        } catch (TwilioApiException e) {
            if (TwilioApiException.isOver(e.code())) {
                return false;
            }
            throw e;
        }
    }

    private static boolean apply(CallUpdater update, TwilioRestClient client) {
        update.update(client);
        return true;
    }

    private CallCreator creator(OutboundCallRequest request) {
        return new CallCreator(
                        api.accountSid(),
                        new PhoneNumber(request.to()),
                        new PhoneNumber(request.from()),
                        request.voiceUrl())
                .setMethod(HttpMethod.POST)
                .setStatusCallback(request.statusCallback())
                .setStatusCallbackMethod(HttpMethod.POST)
                .setStatusCallbackEvent(EVENTS)
                .setTimeout(seconds(request.rings()))
                .setTimeLimit(seconds(request.limit()));
    }

    private static int seconds(Duration time) {
        return Math.toIntExact(Math.max(1, time.toSeconds()));
    }
}
