package dev.sidetone.simulator.twilio.rest;

/** A request that is answered with one of Twilio's errors. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int PLAIN = 400;

    private final int status;
    private final int code;

    private Refusal(int status, int code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static Refusal of(int status, int code, String message) {
        return new Refusal(status, code, message);
    }

    /** One whose HTTP status is 400. */
    static Refusal of(int code, String message) {
        return new Refusal(PLAIN, code, message);
    }

    static Refusal notFound(String path) {
        return new Refusal(404, 20404, "The requested resource " + path + " was not found");
    }

    static Refusal method() {
        return new Refusal(405, 20004, "Method not allowed");
    }

    static Refusal unauthorized(String why) {
        return new Refusal(401, 20003, why);
    }

    static Refusal notInProgress() {
        return of(21220, "Call is not in-progress. Cannot redirect.");
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }
}
