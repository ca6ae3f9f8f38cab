package dev.sidetone.bridge.twilio.rest;

import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.TwilioRestClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads and configures the account's phone numbers that take calls. Waits for Twilio; for any thread but an event loop. */
public final class TwilioNumbers {
    private static final Duration LISTING = Duration.ofSeconds(30);
    private static final Duration ONE = Duration.ofSeconds(12);
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 50;

    private final TwilioApi api;
    private final NumberReader answers;

    TwilioNumbers(TwilioApi api) {
        this.api = api;
        this.answers = new NumberReader(api);
    }

    /** All numbers that take calls, in Twilio's order. */
    public List<VoiceNumber> list() throws TwilioApiException {
        return api.ask("list the account's numbers", LISTING, this::all);
    }

    /** One of them, as it is set now. */
    public VoiceNumber read(String sid) throws TwilioApiException {
        String verb = "read the number " + sid;
        return api.ask(verb, ONE, client -> answers.one(verb, client, new Request(HttpMethod.GET, url(sid))));
    }

    /**
     * Writes the settings that are different in {@code wanted}, and nothing else.
     *
     * @return the number as Twilio reports it afterwards
     */
    public VoiceNumber write(VoiceNumber now, VoiceSettings wanted) throws TwilioApiException {
        Set<VoiceSetting> different = wanted.differingFrom(now.settings());
        if (different.isEmpty()) {
            return now;
        }
        String verb = "set up the number " + now.number();
        Request request = new Request(HttpMethod.POST, url(now.sid()));
        different.forEach(each -> request.addPostParam(each.parameter(), wanted.get(each)));
        return api.ask(verb, ONE, client -> answers.one(verb, client, request));
    }

    private List<VoiceNumber> all(TwilioRestClient client) throws TwilioApiException {
        List<VoiceNumber> found = new ArrayList<>();
        String next = NumberReader.PATH + api.accountSid() + "/IncomingPhoneNumbers.json?PageSize=" + PAGE;
        for (int page = 0; next != null && page < MOST_PAGES; page++) {
            next = page(client, next, found);
        }
        return List.copyOf(found);
    }

    private @Nullable String page(TwilioRestClient client, String path, List<VoiceNumber> found)
            throws TwilioApiException {
        Request request = new Request(HttpMethod.GET, NumberReader.HOST + path);
        return answers.page("list the account's numbers", client, request, found);
    }

    private String url(String sid) {
        return NumberReader.HOST + NumberReader.PATH + api.accountSid() + "/IncomingPhoneNumbers/" + sid + ".json";
    }
}
