package dev.sidetone.simulator.twilio.rest;

import dev.sidetone.bridge.socket.RequestHandler;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;

/** Checks a request's Basic authorization: the account with its token, or any API key with the same token as its secret. */
final class BasicAuth {
    private static final String BASIC = "basic ";

    private final String accountSid;
    private final String authToken;

    BasicAuth(String accountSid, String authToken) {
        this.accountSid = accountSid;
        this.authToken = authToken;
    }

    void check(RequestHandler.Request request) throws RestError {
        String header = request.headers().getOrDefault("authorization", "");
        if (!header.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
            throw RestError.unauthorized("Authentication Error - No credentials provided");
        }
        String pair = decoded(header.substring(BASIC.length()).strip());
        int colon = pair.indexOf(':');
        String name = colon < 0 ? pair : pair.substring(0, colon);
        if (!name.equals(accountSid) && !name.matches("SK[0-9a-f]{32}")) {
            throw RestError.unauthorized("Authentication Error - invalid username");
        }
        if (!isToken(pair.substring(colon + 1))) {
            throw RestError.unauthorized("Authenticate");
        }
    }

    /** The account of a path must be the one that there is. */
    void checkAccount(String named) throws RestError {
        if (!named.equals(accountSid)) {
            throw RestError.unauthorized("Authenticate");
        }
    }

    private boolean isToken(String secret) {
        return MessageDigest.isEqual(
                secret.getBytes(StandardCharsets.UTF_8), authToken.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String base64) throws RestError {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw RestError.unauthorized("Authenticate");
        }
    }
}
