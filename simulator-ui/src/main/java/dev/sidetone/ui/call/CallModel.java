package dev.sidetone.ui.call;

import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.WebhookUrl;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.phone.AgentMenu;
import dev.sidetone.simulator.phone.AgentMenu.Offer;
import dev.sidetone.simulator.phone.PhoneCall;
import dev.sidetone.simulator.phone.PhoneState;
import dev.sidetone.simulator.phone.PhoneState.Phase;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import dev.sidetone.simulator.phone.Softphone;
import dev.sidetone.simulator.rig.AgentChoice;
import dev.sidetone.simulator.rig.CallerChoice;
import dev.sidetone.simulator.rig.ServerChoice;
import java.nio.file.Path;
import java.util.ArrayList;
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
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

// Over 300 lines because what is chosen for the next call and what makes a call of it share one state.
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
        DEMO,
        /** Sound files, or a recorded call. */
        FILES
    }

    private final Softphone phone;
    private final ObjectProperty<Target> target = new SimpleObjectProperty<>(Target.AGENT);
    private final ObjectProperty<Offer> agent;
    private final ObjectProperty<Voice> voice = new SimpleObjectProperty<>(Voice.DEMO);
    private final StringProperty webhook = new SimpleStringProperty("");
    private final StringProperty microphone = new SimpleStringProperty("");
    private final StringProperty speaker = new SimpleStringProperty("");
    private final BooleanProperty echoCancellation = new SimpleBooleanProperty(true);
    private final OptionsModel options = new OptionsModel();
    private final RecentTargets recent = new RecentTargets();
    private final ObservableList<Offer> agents = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.STARTING);
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper clock = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper muted = new ReadOnlyBooleanWrapper();
    private Runnable unmuting = () -> {};
    private final StringBinding webhookTrouble =
            Bindings.createStringBinding(() -> Webhook.problemOf(webhook.get()), webhook);
    private final StringBinding webhookWarning =
            Bindings.createStringBinding(() -> Webhook.warningOf(webhook.get()), webhook);
    private final StringBinding agentTrouble;
    private final BooleanBinding callable;

    public CallModel(Softphone phone) {
        this.phone = phone;
        agent = new SimpleObjectProperty<>(phone.agents().offers().get(0));
        readAgents();
        agentTrouble = Bindings.createStringBinding(() -> whyNot(agent.get()), agent);
        callable = phase.isEqualTo(Phase.READY)
                .and(Bindings.createBooleanBinding(this::hasTarget, target, webhookTrouble, agentTrouble))
                .and(options.validBinding())
                .and(voice.isNotEqualTo(Voice.FILES).or(Bindings.isNotEmpty(options.files())));
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
            boolean toServer = target.get() == Target.SERVER;
            if (toServer) {
                recent.add(webhook.get());
            }
            String token = options.tokenProperty().get();
            ForeignText.hide(token);
            phone.call(new ChosenCall(arguments(toServer), agentAsItIs(toServer), token));
            pull();
        }
    }

    /** The agent as it is offered, unless options choose or change it. */
    private @Nullable AgentChoice agentAsItIs(boolean toServer) {
        return toServer || options.changesAgent() ? null : agent.get().agent();
    }

    private List<String> arguments(boolean toServer) {
        List<String> all = new ArrayList<>(options.arguments(toServer));
        if (toServer) {
            all.add("--to=" + webhook.get().strip());
        } else if (options.changesAgent()) {
            all.add("--agent=" + agent.get().name());
        }
        if (voice.get() == Voice.FILES) {
            options.files().forEach(file -> all.add("--caller=" + file));
        } else if (voice.get() == Voice.MICROPHONE) {
            all.addAll(List.of("--caller=mic", "--stand-in"));
            all.add("--echo-cancellation=" + (echoCancellation.get() ? "on" : "off"));
            device(all, "--mic=", microphone);
        }
        device(all, "--speaker=", speaker);
        return all;
    }

    private static @Nullable String nameOrNull(StringProperty name) {
        return name.get() == null || name.get().isEmpty() ? null : name.get();
    }

    private static void device(List<String> arguments, String option, StringProperty name) {
        String named = nameOrNull(name);
        if (named != null) {
            arguments.add(option + named);
        }
    }

    /** The server that is chosen: the one at the webhook that was typed, or the embedded bridge if there is none. */
    public ServerChoice server() {
        if (target.get() == Target.AGENT) {
            return ServerChoice.EMBEDDED;
        }
        try {
            return ServerChoice.at(WebhookUrl.of(webhook.get().strip()));
        } catch (WrongSetting notTyped) {
            return ServerChoice.EMBEDDED;
        }
    }

    /** Who answers a call that a server places: the person at the microphone, or the demo caller. */
    public CallerChoice caller() {
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

    /** Calls, or hangs up while a call is on. */
    public void callOrHangUp() {
        if (isOnThePhone(phase.get())) {
            hangUp();
        } else {
            call();
        }
    }

    /** Whether a call is dialled, on, or being ended. */
    static boolean isOnThePhone(Phase phase) {
        return phase == Phase.DIALLING || phase == Phase.IN_CALL || phase == Phase.HANGING_UP;
    }

    /** Sets what is done first when a person unmutes. */
    public void onUnmute(Runnable first) {
        unmuting = first;
    }

    /** Mutes or unmutes the caller of a call that is on. */
    public void mute() {
        if (phase.get() == Phase.IN_CALL) {
            boolean silent = !muted.get();
            if (!silent) {
                unmuting.run();
            }
            phone.mute(silent);
            pull();
        }
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
    public ObservableList<Offer> agents() {
        return agents;
    }

    /** Reads the agents anew after other settings were taken; the chosen one stays chosen. */
    public void readAgents() {
        AgentMenu menu = phone.agents();
        String chosen = agent.get().name();
        agents.setAll(menu.offers());
        agents.addAll(menu.fakes());
        agent.set(menu.named(chosen));
    }

    /** The options of a call besides server, agent and caller. */
    public OptionsModel options() {
        return options;
    }

    /** The webhooks that were called. */
    public RecentTargets recent() {
        return recent;
    }

    /** The folder that holds the recordings of calls. */
    Path recordings() {
        return phone.recordings().folder();
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

    /** What a call to the webhook does besides, where it is not on this machine; else empty. */
    StringBinding webhookWarningBinding() {
        return webhookWarning;
    }

    /** Whether {@link #call} would call. */
    public BooleanBinding callableBinding() {
        return callable;
    }

    private boolean hasTarget() {
        return targetTrouble().isEmpty();
    }

    /** Why the server or the agent that is chosen cannot be called, with the cure; empty if it can. */
    public String targetTrouble() {
        return (target.get() == Target.SERVER ? webhookTrouble : agentTrouble).get();
    }

    private static String whyNot(Offer offer) {
        Trouble trouble = offer.trouble();
        return trouble == null ? "" : trouble.what() + " " + trouble.cure();
    }
}
