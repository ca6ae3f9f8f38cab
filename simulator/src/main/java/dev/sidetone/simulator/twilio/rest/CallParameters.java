package dev.sidetone.simulator.twilio.rest;

import dev.sidetone.simulator.twilio.plan.CallbackEvent;
import dev.sidetone.simulator.twilio.twiml.TwimlSource;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a request about a call, and refuses wrong ones as Twilio does. Stateless. */
final class CallParameters {
    private static final int MOST_TWIML = 4_000;
    /** Twilio docs: maximum of 32 digits. */
    private static final int MOST_SEND_DIGITS = 32;

    private static final int USUAL_RING_S = 60;
    private static final int MOST_RING_S = 600;
    private static final int DAY_S = 24 * 3600;
    /** Twilio gives the ringing so much more than was asked for. */
    private static final int SLACK_S = 5;

    private static final Pattern PARTY =
            Pattern.compile("\\+?[0-9()\\-. ]{7,24}|sips?:[^\\s@]+@\\S+|client:\\S+", Pattern.CASE_INSENSITIVE);
    private static final Pattern DIGITS = Pattern.compile("[0-9*#wW]*");

    private CallParameters() {}

    /** A call to be placed. */
    static OutboundCall create(FormFields form) throws RestError {
        String to = form.get("To").orElseThrow(() -> RestError.of(21201, "No 'To' number is specified"));
        String from = form.get("From").orElseThrow(() -> RestError.of(21213, "No 'From' number is specified"));
        checkParty(to, 21211, "The phone number you are attempting to call, " + to + ", is not valid.");
        checkParty(from, 21212, "The caller ID phone number you have provided, " + from + ", is not valid.");
        MagicNumbers.refuse(to);
        TwimlSource first = instructions(form);
        if (first == null) {
            throw form.get("ApplicationSid").isPresent()
                    ? RestError.of(21218, "The ApplicationSid is not valid: this account has no applications.")
                    : RestError.of(21205, "Url parameter is required.");
        }
        int rings = form.number("Timeout", 1, MOST_RING_S, USUAL_RING_S) + SLACK_S;
        int limit = form.number("TimeLimit", 0, DAY_S, 0);
        String digits = form.get("SendDigits").filter(DIGITS.asMatchPredicate()).orElse("");
        if (digits.length() > MOST_SEND_DIGITS) {
            throw RestError.of(
                    20001, "Parameter 'SendDigits' is not valid: " + MOST_SEND_DIGITS + " characters at the most");
        }
        return new OutboundCall(
                from,
                to,
                first,
                Duration.ofSeconds(rings),
                limit == 0 ? null : Duration.ofSeconds(limit),
                digits,
                callback(form),
                form.get("FallbackUrl").isEmpty()
                        ? null
                        : url(form.get("FallbackUrl").get(), "FallbackUrl"));
    }

    /** The source of a call's next TwiML, or null when the request names none. {@code Url} wins over {@code Twiml}. */
    static @Nullable TwimlSource instructions(FormFields form) throws RestError {
        Optional<String> url = form.get("Url");
        if (url.isPresent()) {
            return new TwimlSource.Fetched(url(url.get(), "Url"), method(form, "Method"));
        }
        Optional<String> twiml = form.get("Twiml");
        if (twiml.isEmpty()) {
            return null;
        }
        if (twiml.get().length() > MOST_TWIML) {
            throw RestError.of(20001, "Parameter 'Twiml' is longer than " + MOST_TWIML + " characters");
        }
        return new TwimlSource.Inline(twiml.get());
    }

    static OutboundCall.@Nullable Callback callback(FormFields form) throws RestError {
        Optional<String> url = form.get("StatusCallback");
        if (url.isEmpty()) {
            return null;
        }
        Set<CallbackEvent> events = EnumSet.noneOf(CallbackEvent.class);
        for (String named : form.all("StatusCallbackEvent")) {
            List<String> words = List.of(named.toUpperCase(Locale.ROOT).strip().split("[ ,]+", -1));
            Arrays.stream(CallbackEvent.values())
                    .filter(event -> words.contains(event.name()))
                    .forEach(events::add);
        }
        return new OutboundCall.Callback(
                url(url.get(), "StatusCallback"),
                method(form, "StatusCallbackMethod"),
                events.isEmpty() ? EnumSet.of(CallbackEvent.COMPLETED) : events);
    }

    private static void checkParty(String party, int code, String message) throws RestError {
        if (!PARTY.matcher(party).matches()) {
            throw RestError.of(code, message);
        }
    }

    private static String method(FormFields form, String name) throws RestError {
        String method = form.get(name).orElse("POST").toUpperCase(Locale.ROOT);
        if (!method.equals("GET") && !method.equals("POST")) {
            throw RestError.of(20001, "Parameter '" + name + "' is not valid: GET or POST");
        }
        return method;
    }

    private static URI url(String text, String name) throws RestError {
        try {
            URI url = new URI(text.strip());
            String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            if (url.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
                return url;
            }
        } catch (URISyntaxException e) {
            // Reported below.
        }
        throw RestError.of(21205, name + " is not a valid URL: " + text);
    }
}
