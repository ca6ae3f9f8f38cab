package dev.sidetone.simulator.phone;

import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.agent.openai.FakeOpenAi;
import dev.sidetone.simulator.rig.AgentChoice;
import dev.sidetone.simulator.rig.CallDescription;
import dev.sidetone.simulator.rig.FakeBehaviour;
import dev.sidetone.simulator.rig.Rig;
import dev.sidetone.simulator.twilio.rest.RestFault;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rigs of a phone: the warm one, which serves most calls, and one besides for a call that needs another fake agent, token, certificate or
 * REST API. That one stays until a call needs a different one, so that a server may still ask about its call. On the phone's thread.
 */
final class PhoneRigs implements AutoCloseable {
    private final Rig warm;
    private final String token;
    private final Map<String, AgentChoice> connected = new HashMap<>();
    private @Nullable Rig besides;

    /** {@code started} is what {@code warm} was started for. */
    PhoneRigs(Rig warm, CallDescription started) {
        this.warm = warm;
        this.token = started.authToken();
    }

    /** A rig that has made a silent call. */
    static Rig warm(CallDescription description) throws CannotRun, WrongSetting {
        Rig cold = Rig.start(description);
        try {
            cold.warmUp();
            return cold;
        } catch (CannotRun | RuntimeException e) {
            cold.close();
            throw e;
        }
    }

    /** The rig that serves most calls. */
    Rig usual() {
        return warm;
    }

    /** The rig for a call; starts one if the warm one does not serve it. */
    Rig of(CallDescription call) throws CannotRun, WrongSetting {
        if (!isServedByWarm(call)) {
            closeBesides();
            Rig own = Rig.start(call);
            besides = own;
            return own;
        }
        if (call.server().to() == null) {
            connect(call.agent());
        }
        return warm;
    }

    @SuppressWarnings("ReferenceEquality") // the same choice reads its file anew; another one may have another key
    private void connect(AgentChoice agent) {
        AgentChoice before = connected.put(agent.name(), agent);
        if (before != null && before != agent) {
            warm.forget(before);
        }
    }

    private boolean isServedByWarm(CallDescription call) {
        boolean sameTwilio = call.authToken().equals(token)
                && call.restPort() == 0
                && RestFault.in(call.faults()).isEmpty();
        return sameTwilio && call.server().ca() == null && (call.server().to() != null || isServedByWarm(call.agent()));
    }

    private static boolean isServedByWarm(AgentChoice agent) {
        return agent.real() != null
                || (agent.fake().equals(FakeOpenAi.REALTIME)
                        && agent.behaviour().equals(FakeBehaviour.USUAL));
    }

    private void closeBesides() {
        if (besides != null) {
            besides.close();
            besides = null;
        }
    }

    @Override
    public void close() {
        closeBesides();
        warm.close();
    }
}
