package dev.sidetone.junit;

import dev.sidetone.simulator.WebhookUrl;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.rig.ServerChoice;
import java.net.URI;

/**
 * A telephone in a test, which {@link SidetoneExtension} hands out. Every call has a line of its own, so that calls may be made from
 * several threads and by tests that run at the same time.
 */
public final class Phone {
    private final TestCalls calls;

    Phone(TestCalls calls) {
        this.calls = calls;
    }

    /**
     * Begins a call to a server, as Twilio makes it: the webhook is asked, and what its TwiML says is done. The call is made by the last
     * step of what is returned, such as {@link ScriptedCall#hangUp()}.
     *
     * @param webhook the URL that Twilio would ask when the number is called, as in {@code http://localhost:8080/voice}
     * @throws IllegalArgumentException if that is no such URL
     */
    public ScriptedCall dial(String webhook) {
        try {
            return begun(ServerChoice.at(WebhookUrl.of(webhook)), "dial(\"" + webhook + "\")");
        } catch (WrongSetting e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** The same. */
    public ScriptedCall dial(URI webhook) {
        return dial(webhook.toString());
    }

    /**
     * Begins a call to Sidetone's own bridge in this process, and through it to an agent: the practice agent, which needs nothing, unless
     * {@link ScriptedCall#agent} names another. So an agent's settings and tools are tested without a server.
     */
    public ScriptedCall dialBridge() {
        return begun(ServerChoice.EMBEDDED, "dialBridge()");
    }

    private ScriptedCall begun(ServerChoice server, String written) {
        ScriptedCall call = new ScriptedCall(server, "phone." + written, calls);
        calls.begin(call);
        return call;
    }
}
