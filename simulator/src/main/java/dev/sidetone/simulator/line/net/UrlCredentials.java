package dev.sidetone.simulator.line.net;

import java.util.regex.Pattern;

/** Text for people, without the names and passwords that URLs may carry in front of their host. Stateless. */
public final class UrlCredentials {
    private static final Pattern CREDENTIALS = Pattern.compile("//[^/?#\\s\"]*@");

    private UrlCredentials() {}

    /** {@code text}, whose URLs have lost their credentials. */
    public static String redact(String text) {
        return CREDENTIALS.matcher(text).replaceAll("//");
    }
}
