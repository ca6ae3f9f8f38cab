package dev.sidetone.simulator.twilio.rest;

/** A request that is answered with one of Twilio's errors. */
final class RestError extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int PLAIN = 400;

    private final int status;
    private final int code;

    private RestError(int status, int code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static RestError of(int status, int code, String message) {
        return new RestError(status, code, message);
    }

    /** One whose HTTP status is 400. */
    static RestError of(int code, String message) {
        return new RestError(PLAIN, code, message);
    }

    static RestError notFound(String path) {
        return new RestError(404, 20404, "The requested resource " + path + " was not found");
    }

    static RestError method() {
        return new RestError(405, 20004, "Method not allowed");
    }

    static RestError unauthorized(String why) {
        return new RestError(401, 20003, why);
    }

    static RestError notInProgress() {
        return of(21220, "Call is not in-progress. Cannot redirect.");
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }
}
