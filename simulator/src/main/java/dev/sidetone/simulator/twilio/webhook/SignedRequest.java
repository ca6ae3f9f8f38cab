package dev.sidetone.simulator.twilio.webhook;

import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.plan.SignatureQuirk;
import dev.sidetone.simulator.twilio.plan.TwilioSignature;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One signed request of Twilio's to a server, as it is sent. Immutable.
 *
 * @param url with the form in its query for a GET; its fragment is not sent
 */
record SignedRequest(String method, URI url, Map<String, String> headers, String body) {
    /**
     * A request for TwiML or a callback.
     *
     * @param token the same for all attempts of one request
     */
    static SignedRequest of(
            CallPlan plan, String method, URI url, Map<String, String> form, String token, boolean callback) {
        boolean get = method.toUpperCase(Locale.ROOT).equals("GET");
        URI asked = get && !form.isEmpty() ? withQuery(url, WebhookForm.encode(form)) : url;
        boolean keepsPort = callback && !plan.quirks().contains(SignatureQuirk.CALLBACK_WITHOUT_PORT);
        String signed = keepsPort ? TwilioSignature.signedCallback(asked) : TwilioSignature.signedUrl(asked);
        Map<String, String> headers = new LinkedHashMap<>();
        if (!get) {
            headers.put("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8");
        }
        headers.put("X-Twilio-Signature", TwilioSignature.sign(plan.authToken(), signed, get ? Map.of() : form));
        headers.put("I-Twilio-Idempotency-Token", token);
        headers.put("Accept", "*/*");
        headers.put("User-Agent", "TwilioProxy/1.1");
        if (url.getRawUserInfo() != null) {
            headers.put("Authorization", "Basic " + base64(url.getUserInfo()));
        }
        return new SignedRequest(get ? "GET" : "POST", asked, headers, get ? "" : WebhookForm.encode(form));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static URI withQuery(URI url, String query) {
        String text = url.toString();
        int fragment = text.indexOf('#');
        String whole = fragment < 0 ? text : text.substring(0, fragment);
        return URI.create(whole + (url.getRawQuery() == null ? "?" : "&") + query);
    }
}
