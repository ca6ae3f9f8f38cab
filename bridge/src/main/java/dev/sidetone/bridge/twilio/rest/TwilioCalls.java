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

/** The account's calls: placed, hung up, put through. Waits for Twilio; for any thread but an event loop. */
public final class TwilioCalls {
    private static final Duration DEADLINE = Duration.ofSeconds(12);
    private static final List<String> EVENTS = List.of("initiated", "ringing", "answered", "completed");

    private final TwilioApi api;

    TwilioCalls(TwilioApi api) {
        this.api = api;
    }

    /**
     * Places a call; asks once only, so that nobody is rung twice.
     *
     * @return its CallSid
     */
    public String place(OutboundCallRequest wish) throws TwilioApiException {
        String verb = "call " + wish.to();
        return api.ask(verb, DEADLINE, client -> {
            String sid = creator(wish).create(client).getSid();
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
     * Pulls a call off its stream and puts the caller through to {@code number}.
     *
     * @param longest for how long they may talk
     * @return false when it had ended before, or nobody had answered yet
     */
    public boolean transfer(String callSid, String number, Duration longest) throws TwilioApiException {
        CallUpdater update = new CallUpdater(api.accountSid(), callSid);
        return update("transfer the call to " + number, update.setTwiml(Twiml.dial(number, longest)));
    }

    private boolean update(String verb, CallUpdater update) throws TwilioApiException {
        try {
            return api.ask(verb, DEADLINE, client -> took(update, client));
        } catch (TwilioApiException trouble) {
            if (TwilioApiException.isOver(trouble.code())) {
                return false;
            }
            throw trouble;
        }
    }

    private static boolean took(CallUpdater update, TwilioRestClient client) {
        update.update(client);
        return true;
    }

    private CallCreator creator(OutboundCallRequest wish) {
        return new CallCreator(
                        api.accountSid(), new PhoneNumber(wish.to()), new PhoneNumber(wish.from()), wish.voiceUrl())
                .setMethod(HttpMethod.POST)
                .setStatusCallback(wish.statusCallback())
                .setStatusCallbackMethod(HttpMethod.POST)
                .setStatusCallbackEvent(EVENTS)
                .setTimeout(seconds(wish.rings()))
                .setTimeLimit(seconds(wish.limit()));
    }

    private static int seconds(Duration time) {
        return Math.toIntExact(Math.max(1, time.toSeconds()));
    }
}
