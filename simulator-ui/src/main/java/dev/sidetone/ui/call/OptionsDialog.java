package dev.sidetone.ui.call;

import atlantafx.base.theme.Styles;
import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.ui.call.OptionField.Scope;
import dev.sidetone.ui.fx.Css;
import dev.sidetone.ui.fx.ElidedLabel;
import dev.sidetone.ui.fx.FormPage;
import dev.sidetone.ui.fx.FormRow;
import dev.sidetone.ui.fx.Overlay;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The options of a call besides what the phone's column shows: everything that the command takes. */
public final class OptionsDialog extends Overlay {
    private final OptionsModel options;

    /** The dialog over a window; {@code picker} asks for files. */
    public OptionsDialog(CallModel model, FilePicker picker) {
        super(() -> {});
        this.options = model.options();
        setId("options-dialog");
        Css.load(this, FormRow.class);
        Css.load(this, OptionsDialog.class);
        Label title = new Label("Call options");
        title.getStyleClass().add("overlay-title");
        TabPane pages = new TabPane(
                call(), server(), CallerPage.of(model, picker), LineFaultsPage.of(options.lineFaults()), agent(model));
        pages.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        VBox.setVgrow(pages, Priority.ALWAYS);
        VBox card = new VBox(title, pages, answers());
        card.getStyleClass().add("form-dialog");
        show(card);
    }

    private FormPage call() {
        PasswordField token = FormRow.named(new PasswordField(), "option-token", "TWILIO_AUTH_TOKEN of the settings");
        token.textProperty().bindBidirectional(options.tokenProperty());
        return new FormPage("options-call", "Call")
                .add(OptionRows.text(options, OptionField.FROM), OptionRows.text(options, OptionField.NUMBER))
                .add(
                        new FormRow("Form fields", new FormFieldsPane(options))
                                .explained("Further form fields of every webhook request."),
                        new FormRow("Auth token", token)
                                .explained(
                                        "Signs webhooks and handshakes. Kept until the window closes and written nowhere."),
                        OptionRows.flag(options, OptionFlag.PROBE_SIGNATURE),
                        OptionRows.text(options, OptionField.DURATION),
                        OptionRows.text(options, OptionField.SEED),
                        OptionRows.flag(options, OptionFlag.STRICT),
                        OptionRows.flag(options, OptionFlag.LENIENT),
                        FormRow.problem(options.rulesProblemBinding(), "option-rules-problem"));
    }

    private FormPage server() {
        FormPage page = new FormPage("options-server", "Server");
        page.add(OptionRows.hint("For calls to My server, whose webhook stands in the phone's column."));
        fields(Scope.SERVER).forEach(page::add);
        return page;
    }

    private FormPage agent(CallModel model) {
        FormPage page = new FormPage("options-agent", "Agent");
        page.add(
                OptionRows.hint("For calls to an agent, through the embedded bridge."),
                new FormRow("Agent", new AgentPicker(model, "option-agent")));
        fields(Scope.AGENT).forEach(page::add);
        page.heading("Faults of the agent")
                .add(OptionRows.hint("For the practice agent and the fakes, which run inside Sidetone."));
        for (AgentFault fault : AgentFault.values()) {
            page.add(OptionRows.flag(
                    "agent-fault-" + fault.text(),
                    fault.text(),
                    "The agent " + fault.description() + ".",
                    options.flag(fault)));
        }
        return page;
    }

    private Stream<Node> fields(Scope scope) {
        return Stream.of(OptionField.values())
                .filter(field -> field.scope() == scope)
                .map(field -> OptionRows.text(options, field));
    }

    private Node answers() {
        Button reset = new Button("Reset all");
        reset.setId("options-reset-all");
        reset.setOnAction(pressed -> options.reset());
        Label set = new ElidedLabel("form-hint");
        set.textProperty().bind(OptionsSummary.of(options));
        set.setMinWidth(0);
        HBox.setHgrow(set, Priority.ALWAYS);
        set.setMaxWidth(Double.MAX_VALUE);
        Button done = new Button("Done");
        done.setId("options-done");
        done.getStyleClass().add(Styles.ACCENT);
        done.setDefaultButton(true);
        done.setMinWidth(Region.USE_PREF_SIZE);
        reset.setMinWidth(Region.USE_PREF_SIZE);
        done.setOnAction(pressed -> close());
        HBox row = new HBox(reset, set, done);
        row.getStyleClass().add("answers");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
