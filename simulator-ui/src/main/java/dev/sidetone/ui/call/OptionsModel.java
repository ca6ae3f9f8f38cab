package dev.sidetone.ui.call;

import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.cli.option.TypedCall;
import dev.sidetone.simulator.line.fault.FaultKinds;
import dev.sidetone.ui.call.OptionField.Scope;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The options of the next calls besides server, agent and caller: everything that the command takes, read by the command's own code. The token is
 * held here alone: it is neither remembered nor an argument. On the FX thread.
 */
public final class OptionsModel {
    private static final String SOME_SERVER = "--to=http://localhost/";

    private final TypedCall typed = new TypedCall();
    private final Map<OptionField, StringProperty> texts = new EnumMap<>(OptionField.class);
    private final Map<OptionField, StringBinding> problems = new EnumMap<>(OptionField.class);
    private final Map<OptionFlag, BooleanProperty> flags = new EnumMap<>(OptionFlag.class);
    private final Map<AgentFault, BooleanProperty> agentFaults = new EnumMap<>(AgentFault.class);
    private final List<FaultSwitch> lineFaults;
    private final ObservableList<FormField> parameters = FXCollections.observableArrayList(
            row -> new Observable[] {row.nameProperty(), row.valueProperty(), row.problemBinding()});
    private final ObservableList<String> files = FXCollections.observableArrayList();
    private final StringProperty token = new SimpleStringProperty("");
    private final StringBinding rulesProblem;
    private final BooleanBinding valid;
    private final Observable[] everything;

    public OptionsModel() {
        List<Observable> changing = new ArrayList<>(List.of(parameters, files, token));
        for (OptionField field : OptionField.values()) {
            StringProperty text = new SimpleStringProperty("");
            texts.put(field, text);
            problems.put(field, Bindings.createStringBinding(() -> problem(field, text.get()), text));
            changing.add(text);
        }
        for (OptionFlag flag : OptionFlag.values()) {
            flags.put(flag, new SimpleBooleanProperty());
        }
        for (AgentFault fault : AgentFault.values()) {
            agentFaults.put(fault, new SimpleBooleanProperty());
        }
        lineFaults = FaultKinds.ALL.stream()
                .map(kind -> new FaultSwitch(kind, this::judged))
                .toList();
        changing.addAll(flags.values());
        changing.addAll(agentFaults.values());
        for (FaultSwitch fault : lineFaults) {
            changing.addAll(List.of(fault.onProperty(), fault.valueProperty(), fault.atProperty()));
        }
        everything = changing.toArray(Observable[]::new);
        rulesProblem =
                Bindings.createStringBinding(this::judgedRules, flag(OptionFlag.LENIENT), flag(OptionFlag.STRICT));
        valid = Bindings.createBooleanBinding(this::isValid, everything);
    }

    private String problem(OptionField field, String text) {
        if (text.isBlank()) {
            return "";
        }
        String argument = argument(field);
        return field == OptionField.AS ? judged(SOME_SERVER, argument) : judged(argument);
    }

    private String judgedRules() {
        boolean both = flag(OptionFlag.LENIENT).get() && flag(OptionFlag.STRICT).get();
        return both ? judged(OptionFlag.LENIENT.option(), OptionFlag.STRICT.option()) : "";
    }

    /** What the command would say of these arguments, as a sentence; empty if it took them. */
    private String judged(String... arguments) {
        return typed.mistake(List.of(arguments))
                .map(mistake -> Sentence.of(mistake.message()))
                .orElse("");
    }

    /** The name of an option that is wrong; empty if none is. */
    StringBinding wrongBinding() {
        return Bindings.createStringBinding(this::wrong, everything);
    }

    private String wrong() {
        if (valid.get()) {
            return "";
        }
        return texts.keySet().stream()
                .filter(field -> !problemOf(field).get().isEmpty())
                .map(OptionField::title)
                .findFirst()
                .orElse(rulesProblem.get().isEmpty() ? "a fault or form field" : "lenient and strict");
    }

    private boolean isValid() {
        boolean texts =
                problems.values().stream().allMatch(problem -> problem.get().isEmpty());
        boolean faults = lineFaults.stream()
                .allMatch(fault -> fault.problemBinding().get().isEmpty());
        boolean fields =
                parameters.stream().allMatch(row -> row.problemBinding().get().isEmpty());
        return texts && faults && fields && rulesProblem.get().isEmpty();
    }

    /** The command line's arguments for a call to a server under test, or to an agent. The caller's are not among them. */
    List<String> arguments(boolean toServer) {
        Stream<String> fields = texts.keySet().stream()
                .filter(field -> isSet(field) && (field.scope() == Scope.CALL || isServers(field) == toServer))
                .map(this::argument);
        Stream<String> switches =
                flags.keySet().stream().filter(flag -> flag(flag).get()).map(OptionFlag::option);
        Stream<String> faults =
                lineFaults.stream().filter(fault -> fault.onProperty().get()).map(FaultSwitch::argument);
        Stream<String> agents = toServer ? Stream.of() : agentFaultsOn().map(fault -> "--fault=" + fault.text());
        Stream<String> rows = parameters.stream().filter(row -> !row.isEmpty()).map(FormField::argument);
        return Stream.of(fields, switches, faults, agents, rows)
                .flatMap(all -> all)
                .toList();
    }

    private static boolean isServers(OptionField field) {
        return field.scope() == Scope.SERVER;
    }

    private String argument(OptionField field) {
        return field.option() + "=" + text(field).get().strip();
    }

    /** The agent's faults that are on. */
    Stream<AgentFault> agentFaultsOn() {
        return agentFaults.keySet().stream().filter(fault -> flag(fault).get());
    }

    /** Whether anything is set that only an agent inside Sidetone understands, or that chooses an agent anew. */
    boolean changesAgent() {
        return isSet(OptionField.SCRIPT)
                || isSet(OptionField.AGENT_CONFIG)
                || isSet(OptionField.AGENT_URL)
                || agentFaultsOn().findAny().isPresent();
    }

    boolean isSet(OptionField field) {
        return !text(field).get().isBlank();
    }

    /** Sets everything back to what holds where nothing is chosen. */
    public void reset() {
        texts.values().forEach(text -> text.set(""));
        flags.values().forEach(flag -> flag.set(false));
        agentFaults.values().forEach(fault -> fault.set(false));
        lineFaults.forEach(FaultSwitch::reset);
        parameters.clear();
        token.set("");
    }

    /** Sets the option of that name on the command line; returns whether there is a field for it. */
    public boolean set(String option, String value) {
        for (OptionField field : OptionField.values()) {
            if (field.option().equals(option)) {
                text(field).set(value);
                return true;
            }
        }
        return false;
    }

    /** A further, empty row of form fields. */
    FormField addParameter() {
        FormField row = new FormField(this::judged);
        parameters.add(row);
        return row;
    }

    /** What is typed in a field. */
    public StringProperty text(OptionField field) {
        return Objects.requireNonNull(texts.get(field));
    }

    StringBinding problemOf(OptionField field) {
        return Objects.requireNonNull(problems.get(field));
    }

    public BooleanProperty flag(OptionFlag flag) {
        return Objects.requireNonNull(flags.get(flag));
    }

    /** Whether a fault of the agent is switched on. */
    public BooleanProperty flag(AgentFault fault) {
        return Objects.requireNonNull(agentFaults.get(fault));
    }

    /** What is wrong with two flags that exclude each other, or empty. */
    StringBinding rulesProblemBinding() {
        return rulesProblem;
    }

    /** A switch for every fault of the line, in the registry's order. */
    List<FaultSwitch> lineFaults() {
        return lineFaults;
    }

    /** Further form fields of the webhook. */
    ObservableList<FormField> parameters() {
        return parameters;
    }

    /** The sound files that the caller speaks one after the other, or the folder of one recorded call. */
    public ObservableList<String> files() {
        return files;
    }

    /** The token that signs, as typed; empty for the settings'. A secret. */
    public StringProperty tokenProperty() {
        return token;
    }

    /** Whether every option could be used. */
    BooleanBinding validBinding() {
        return valid;
    }

    /** Everything whose change changes an option. */
    Observable[] everything() {
        return everything.clone();
    }
}
