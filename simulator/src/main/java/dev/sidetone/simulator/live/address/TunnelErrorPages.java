package dev.sidetone.simulator.live.address;

import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes the error pages that ngrok and Cloudflare send in the bridge's place. Stateless. Sources: ngrok docs, errors; Cloudflare
 * docs, tunnel troubleshooting and 5xx errors.
 */
final class TunnelErrorPages {
    private static final Pattern NGROK = Pattern.compile("ERR_NGROK_\\d+");
    private static final Pattern CLOUDFLARE = Pattern.compile("(?i)error(?: code)?:? *(1\\d{3})");

    private TunnelErrorPages() {}

    /** Returns the problem that a response shows; null where it is neither's page. */
    static @Nullable AddressProblem problem(int status, HttpHeaders headers, String body) {
        Matcher ngrok = NGROK.matcher(headers.firstValue("ngrok-error-code").orElse("") + " " + body);
        if (status != 200 && ngrok.find()) {
            return ngrok(ngrok.group());
        }
        if (status == 200 && body.contains("ERR_NGROK_6024")) {
            return ngrok("ERR_NGROK_6024");
        }
        boolean cloudflare = headers.firstValue("cf-ray").isPresent()
                || headers.firstValue("server").orElse("").equalsIgnoreCase("cloudflare");
        return cloudflare && status >= 500 ? cloudflare(status, body) : null;
    }

    private static AddressProblem ngrok(String code) {
        return switch (code) {
            case "ERR_NGROK_3200" ->
                new AddressProblem(
                        "the ngrok tunnel at this address is not running (" + code + ")",
                        "start ngrok http with the bridge's port, and use the address that it shows");
            case "ERR_NGROK_8012", "ERR_NGROK_3004" ->
                new AddressProblem(
                        "ngrok runs but does not reach the bridge: it leads to another port (" + code + ")",
                        "start ngrok http with the bridge's port, without https before it");
            case "ERR_NGROK_6024" ->
                new AddressProblem(
                        "ngrok shows its warning for browsers in place of the bridge (" + code + ")",
                        "Twilio does not see it, but this check needs the way without it: use an ngrok domain of your account");
            default ->
                new AddressProblem(
                        "ngrok answers in place of the bridge: " + code,
                        "see https://ngrok.com/docs/errors/" + code.toLowerCase(Locale.ROOT));
        };
    }

    private static AddressProblem cloudflare(int status, String body) {
        Matcher code = CLOUDFLARE.matcher(body);
        String number = code.find() ? code.group(1) : "";
        if (status == 530) {
            return new AddressProblem(
                    "the Cloudflare tunnel at this address is not connected (530"
                            + (number.isEmpty() ? "" : ", " + number) + ")",
                    "start cloudflared, and use the address that it shows");
        }
        if (status == 502) {
            return new AddressProblem(
                    "cloudflared runs but does not reach the bridge: it leads to another port (502)",
                    "start it with --url http://localhost: and the bridge's port");
        }
        return new AddressProblem(
                "Cloudflare answers " + status + " in place of the bridge",
                "see its docs on 5xx errors, then try again");
    }
}
