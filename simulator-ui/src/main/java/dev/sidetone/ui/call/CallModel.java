package dev.sidetone.ui.call;

import dev.sidetone.simulator.phone.AgentMenu.Offer;
import dev.sidetone.simulator.phone.PhoneCall;
import dev.sidetone.simulator.phone.PhoneState;
import dev.sidetone.simulator.phone.PhoneState.Phase;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import dev.sidetone.simulator.phone.Softphone;
import dev.sidetone.simulator.rig.AgentChoice;
import dev.sidetone.simulator.rig.CallDescription;
import dev.sidetone.simulator.rig.CallerChoice;
import dev.sidetone.simulator.rig.ServerChoice;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The state of the dial pane: server, agent and caller of the next call, the current call, and the commands. On the FX thread; {@link #pull} at every pulse. */
public final class CallModel {
    /** The server that is called. */
    public enum Target {
        /** The embedded bridge, with an agent. */
        AGENT,
        SERVER
    }

    /** The caller. */
    public enum Voice {
        MICROPHONE,
        DEMO
    }

    private final Softphone phone;
    private final ObjectProperty<Target> target = new SimpleObjectProperty<>(Target.AGENT);
    private final ObjectProperty<Offer> agent;
    private final ObjectProperty<Voice> voice = new SimpleObjectProperty<>(Voice.DEMO);
    private final StringProperty webhook = new SimpleStringProperty("");
    private final StringProperty microphone = new SimpleStringProperty("");
    private final StringProperty speaker = new SimpleStringProperty("");
    private final BooleanProperty echoCancellation = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.STARTING);
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper clock = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper muted = new ReadOnlyBooleanWrapper();
    private final StringBinding webhookTrouble =
            Bindings.createStringBinding(() -> Webhook.problemOf(webhook.get()), webhook);
    private final StringBinding agentTrouble;
    private final BooleanBinding callable;

    public CallModel(Softphone phone) {
        this.phone = phone;
        agent = new SimpleObjectProperty<>(phone.agents().offers().get(0));
        agentTrouble = Bindings.createStringBinding(() -> whyNot(agent.get()), agent);
        callable = phase.isEqualTo(Phase.READY)
                .and(Bindings.createBooleanBinding(this::hasTarget, target, webhookTrouble, agentTrouble));
    }

    /** Takes over the phone's current state. */
    public void pull() {
        PhoneState now = phone.now();
        PhoneCall call = now.call();
        phase.set(now.phase());
        muted.set(call != null && now.phase() == Phase.IN_CALL && call.isMuted());
        words.set(CallText.of(now));
        clock.set(CallText.clock(call == null ? null : call.elapsedMs()));
    }

    /** Calls, if that can be done now. */
    public void call() {
        if (callable.get()) {
            phone.call(description());
            pull();
        }
    }

    private CallDescription description() {
        CallDescription.Builder call = phone.describe().caller(caller());
        AgentChoice chosen = agent.get().agent();
        if (target.get() == Target.SERVER) {
            call.server(ServerChoice.at(Webhook.of(webhook.get())));
        } else if (chosen != null) {
            call.agent(chosen);
        }
        return call.build();
    }

    private CallerChoice caller() {
        return voice.get() == Voice.MICROPHONE
                ? CallerChoice.person(nameOrNull(microphone), nameOrNull(speaker), echoCancellation.get())
                : CallerChoice.demo(nameOrNull(speaker));
    }

    /** Calls the practice agent, and stays with it. */
    public void callPractice() {
        target.set(Target.AGENT);
        agent.set(phone.agents().offers().get(0));
        call();
    }

    /** Hangs up, also while the call is dialled. */
    public void hangUp() {
        phone.hangUp();
        pull();
    }

    /** Mutes or unmutes the caller. */
    public void mute() {
        phone.mute(!muted.get());
        pull();
    }

    /** Presses a key in the current call. */
    public void press(char digit) {
        phone.press(digit);
    }

    public ObjectProperty<Target> targetProperty() {
        return target;
    }

    /** The agent that the embedded bridge connects to. */
    public ObjectProperty<Offer> agentProperty() {
        return agent;
    }

    /** The agents to choose from. */
    public List<Offer> agents() {
        return phone.agents().offers();
    }

    public ObjectProperty<Voice> voiceProperty() {
        return voice;
    }

    /** The server under test, as it is typed. */
    public StringProperty webhookProperty() {
        return webhook;
    }

    /** The microphone's name; empty for the machine's default. */
    public StringProperty microphoneProperty() {
        return microphone;
    }

    /** The speaker's name; empty for the machine's default. */
    public StringProperty speakerProperty() {
        return speaker;
    }

    /** Whether the speaker's sound is taken out of the microphone's. */
    public BooleanProperty echoCancellationProperty() {
        return echoCancellation;
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /** The phone's state, in words. */
    public ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /** The duration of the call. */
    public ReadOnlyStringProperty clockProperty() {
        return clock.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty mutedProperty() {
        return muted.getReadOnlyProperty();
    }

    /** The reason why the chosen agent cannot be called, with the cure; empty if it can. */
    public StringBinding agentTroubleBinding() {
        return agentTrouble;
    }

    /** The problem with the webhook that was typed; empty if there is none. */
    public StringBinding webhookTroubleBinding() {
        return webhookTrouble;
    }

    /** Whether {@link #call} would call. */
    public BooleanBinding callableBinding() {
        return callable;
    }

    private boolean hasTarget() {
        return (target.get() == Target.SERVER ? webhookTrouble : agentTrouble)
                .get()
                .isEmpty();
    }

    private static String whyNot(Offer offer) {
        Trouble trouble = offer.trouble();
        return trouble == null ? "" : trouble.what() + " " + trouble.cure();
    }

    private static @org.jspecify.annotations.Nullable String nameOrNull(StringProperty name) {
        return name.get() == null || name.get().isEmpty() ? null : name.get();
    }
}
