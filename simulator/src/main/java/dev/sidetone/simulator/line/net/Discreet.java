package dev.sidetone.simulator.line.net;

import java.util.regex.Pattern;

/** Text for people, without the names and passwords that URLs may carry in front of their host. Stateless. */
public final class Discreet {
    private static final Pattern CREDENTIALS = Pattern.compile("//[^/?#\\s\"]*@");

    private Discreet() {}

    /** {@code text}, whose URLs have lost their credentials. */
    public static String text(String text) {
        return CREDENTIALS.matcher(text).replaceAll("//");
    }
}
