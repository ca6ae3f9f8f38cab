package dev.sidetone.ui.call;

/** The options of a call that are typed as a text, each under the name that it has on the command line. */
public enum OptionField {
    AS(
            Scope.SERVER,
            "--as",
            "Public address",
            "https://voice.example.com",
            "The public origin that the server believes it has: requests are signed for it and carry its name, but go to the webhook."),
    STREAM_ORIGIN(
            Scope.SERVER,
            "--stream-origin",
            "Stream origin",
            "auto",
            "Where streams are dialled in place of the origin in <Stream url>: auto, off, or an origin as in ws://localhost:3001."),
    METHOD(Scope.SERVER, "--method", "Method", "POST", "The HTTP method of webhook requests: POST or GET."),
    FALLBACK(
            Scope.SERVER,
            "--fallback",
            "Fallback URL",
            "http://localhost:3000/fallback",
            "The number's fallback URL, requested when the webhook fails."),
    STATUS_CALLBACK(
            Scope.SERVER,
            "--status-callback",
            "Status callback",
            "http://localhost:3000/status",
            "The number's status callback, requested when the call is over."),
    AUTHORITY(
            Scope.SERVER,
            "--ca",
            "Own authority",
            "authority.pem",
            "A PEM file of certificate authorities to trust besides the public ones, for https and wss."),
    FROM(Scope.CALL, "--from", "From", "+15550100", "The caller's number."),
    NUMBER(Scope.CALL, "--number", "To", "+15550199", "The number dialled."),
    DURATION(Scope.CALL, "--duration", "Hang up after", "no limit", "A time with its unit, as in 30s or 10m."),
    SEED(
            Scope.CALL,
            "--seed",
            "Seed",
            "another one each call",
            "A whole number that makes identifiers, timestamps and faults repeatable."),
    GAP(
            Scope.CALL,
            "--gap",
            "Silence before each file",
            "700ms",
            "The silence at the caller's ear before the next recording is spoken."),
    SCRIPT(
            Scope.AGENT,
            "--script",
            "Script",
            "script.yaml",
            "The script of the practice agent or of a fake agent, in YAML."),
    AGENT_CONFIG(
            Scope.AGENT,
            "--agent-config",
            "Settings file",
            "agent.yaml",
            "The agent's settings, in YAML; read anew at every call. In place of what Settings holds for this agent."),
    AGENT_URL(Scope.AGENT, "--agent-url", "Address", "wss://…", "The address of a real agent: origin and path.");

    /** The calls for which an option means anything. */
    public enum Scope {
        /** Every call. */
        CALL,
        /** Calls to a server under test. */
        SERVER,
        /** Calls to an agent through the embedded bridge. */
        AGENT
    }

    private final Scope scope;
    private final String option;
    private final String title;
    private final String prompt;
    private final String help;

    OptionField(Scope scope, String option, String title, String prompt, String help) {
        this.scope = scope;
        this.option = option;
        this.title = title;
        this.prompt = prompt;
        this.help = help;
    }

    Scope scope() {
        return scope;
    }

    /** The name on the command line. */
    String option() {
        return option;
    }

    String title() {
        return title;
    }

    /** An example, or what holds while nothing is typed. */
    String prompt() {
        return prompt;
    }

    String help() {
        return help;
    }

    /** The id of its node, as in {@code option-as}. */
    public String id() {
        return "option-" + option.substring(2);
    }
}
