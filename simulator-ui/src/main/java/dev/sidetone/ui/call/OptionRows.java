package dev.sidetone.ui.call;

import dev.sidetone.ui.fx.FormRow;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** Rows for options, each with its help and what is wrong with it. Stateless. */
final class OptionRows {
    private OptionRows() {}

    static Node text(OptionsModel options, OptionField field) {
        TextField typed = FormRow.named(new TextField(), field.id(), field.prompt());
        typed.textProperty().bindBidirectional(options.text(field));
        FormRow.helped(typed, field.help());
        return new FormRow(field.title(), typed)
                .explained(field.help())
                .judged(options.problemOf(field), field.id() + "-problem");
    }

    static Node flag(OptionsModel options, OptionFlag flag) {
        return flag(flag.id(), flag.title(), flag.help(), options.flag(flag));
    }

    /** A switch with its help below it. */
    static Node flag(String id, String title, String help, BooleanProperty on) {
        CheckBox box = new CheckBox(title);
        box.setId(id);
        box.setMnemonicParsing(false);
        box.selectedProperty().bindBidirectional(on);
        box.setAccessibleHelp(help);
        return new FormRow("", (Node) box).explained(help);
    }

    static Label hint(String text) {
        return FormRow.wrapped(text, "form-hint");
    }
}
