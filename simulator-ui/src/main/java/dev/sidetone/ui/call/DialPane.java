package dev.sidetone.ui.call;

import atlantafx.base.theme.Styles;
import dev.sidetone.simulator.phone.PhoneState.Phase;
import dev.sidetone.ui.call.CallModel.Target;
import dev.sidetone.ui.call.CallModel.Voice;
import dev.sidetone.ui.fx.Css;
import dev.sidetone.ui.fx.SegmentedControl;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** Shows the phone's state, and chooses the server or agent and the caller. */
public final class DialPane extends VBox {
    private static final double DOT = 5;

    /** {@code options} opens the options of a call. */
    public DialPane(CallModel model, Runnable options) {
        getStyleClass().add("dial-pane");
        Css.load(this, DialPane.class);
        getChildren().addAll(state(model), target(model, options), caller(model, options));
    }

    private static Node state(CallModel model) {
        Circle dot = new Circle(DOT);
        dot.getStyleClass().add("dot");
        Label words = new Label();
        words.setId("state");
        words.getStyleClass().add("state");
        words.textProperty().bind(model.wordsProperty());
        words.setMinWidth(Region.USE_PREF_SIZE);
        Label clock = new Label();
        clock.setId("clock");
        clock.getStyleClass().add("clock");
        clock.setMinWidth(Region.USE_PREF_SIZE);
        clock.textProperty().bind(model.clockProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(dot, words, gap, clock);
        row.getStyleClass().add("state-row");
        row.setAlignment(Pos.CENTER_LEFT);
        model.phaseProperty().subscribe(phase -> Css.mark(row, Phase.values(), phase));
        return row;
    }

    private static Node target(CallModel model, Runnable options) {
        SegmentedControl<Target> choice = new SegmentedControl<>(model.targetProperty());
        choice.add(Target.AGENT, "Agent", Material2MZ.SUPPORT_AGENT, "target-agent");
        choice.add(Target.SERVER, "My server", Material2AL.DNS, "target-server");
        Label warning = new Label();
        warning.setId("webhook-warning");
        warning.getStyleClass().addAll("trouble", Styles.TEXT_SMALL);
        warning.setWrapText(true);
        warning.setMinHeight(Region.USE_PREF_SIZE);
        warning.textProperty().bind(model.webhookWarningBinding());
        shownWhile(
                warning,
                model.webhookWarningBinding()
                        .isNotEmpty()
                        .and(model.targetProperty().isEqualTo(Target.SERVER)));
        Node server = choosing(new WebhookField(model), "webhook-trouble", model.webhookTroubleBinding());
        Node agent = choosing(new AgentPicker(model, "agent"), "agent-trouble", model.agentTroubleBinding());
        shownWhile(server, model.targetProperty().isEqualTo(Target.SERVER));
        shownWhile(agent, model.targetProperty().isEqualTo(Target.AGENT));
        return busyDisables(
                model, section("Call", choice, agent, server, warning, new OptionsFold(model.options(), options)));
    }

    /** A control with the problem of its choice below it. */
    private static Node choosing(Node chooser, String id, StringBinding trouble) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().addAll("trouble", Styles.TEXT_SMALL);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.textProperty().bind(trouble);
        shownWhile(label, trouble.isNotEmpty());
        VBox choosing = new VBox(chooser, label);
        choosing.getStyleClass().add("choosing");
        return choosing;
    }

    private static Node caller(CallModel model, Runnable options) {
        SegmentedControl<Voice> choice = new SegmentedControl<>(model.voiceProperty());
        choice.add(Voice.MICROPHONE, "Mic", Material2MZ.MIC, "voice-microphone");
        choice.add(Voice.DEMO, "Demo", Material2MZ.RECORD_VOICE_OVER, "voice-demo");
        choice.add(Voice.FILES, "File", Material2AL.AUDIOTRACK, "voice-files");
        Button files = new Button();
        files.setId("caller-files");
        files.setMaxWidth(Double.MAX_VALUE);
        files.setMnemonicParsing(false);
        files.textProperty().bind(CallerFiles.summary(model.options().files()));
        files.setOnAction(pressed -> options.run());
        shownWhile(files, model.voiceProperty().isEqualTo(Voice.FILES));
        return busyDisables(model, section("Who speaks", choice, files));
    }

    private static VBox section(String title, Node... content) {
        Label label = new Label(title);
        label.getStyleClass().addAll("caption", Styles.TEXT_MUTED);
        VBox section = new VBox(label);
        section.getStyleClass().add("section");
        section.getChildren().addAll(content);
        return section;
    }

    private static Node busyDisables(CallModel model, Node node) {
        node.disableProperty()
                .bind(model.phaseProperty()
                        .isEqualTo(Phase.DIALLING)
                        .or(model.phaseProperty().isEqualTo(Phase.IN_CALL))
                        .or(model.phaseProperty().isEqualTo(Phase.HANGING_UP)));
        return node;
    }

    private static void shownWhile(Node node, BooleanBinding condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }
}
