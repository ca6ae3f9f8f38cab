package dev.sidetone.simulator.line.stream;

/** The meanings of WebSocket close codes, by RFC 6455 and IANA's registry. Stateless. */
final class CloseCode {
    private static final int FIRST_OF_LIBRARIES = 3000;
    private static final int FIRST_OF_APPLICATIONS = 4000;

    private CloseCode() {}

    /** The meaning of a code that a server closed with, a phrase. */
    static String meaning(int code) {
        return switch (code) {
            case 1001 -> "going away, the server shuts down or restarts";
            case 1002 -> "it holds that a frame of ours breaks the WebSocket protocol";
            case 1003 -> "it cannot take this kind of message";
            case 1007 -> "it holds that a text of ours is not UTF-8";
            case 1008 -> "a message breaks a rule of its own, such as a token that is wrong";
            case 1009 -> "a message is too big for it";
            case 1010 -> "it misses a WebSocket extension";
            case 1011 -> "an internal error, an exception in its handler";
            case 1012 -> "it restarts";
            case 1013 -> "it is overloaded, try again later";
            case 1014 -> "a gateway in front of it got no good answer";
            default -> ofRange(code);
        };
    }

    private static String ofRange(int code) {
        if (code >= FIRST_OF_APPLICATIONS) {
            return "a code of the server's own, look it up in its source";
        }
        return code >= FIRST_OF_LIBRARIES ? "a code of the server's library or framework" : "a code without a meaning";
    }
}
