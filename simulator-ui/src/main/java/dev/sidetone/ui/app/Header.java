package dev.sidetone.ui.app;

import atlantafx.base.theme.Styles;
import dev.sidetone.simulator.SidetoneVersion;
import dev.sidetone.ui.settings.ThemeButton;
import dev.sidetone.ui.settings.ThemeModel;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The strip at the top: who this is, and what is about the whole window. */
final class Header extends HBox {
    Header(ThemeModel theme, Runnable welcome) {
        getStyleClass().add("header");
        setAlignment(Pos.CENTER_LEFT);
        Label name = new Label("Sidetone", new FontIcon(Material2MZ.PHONE_IN_TALK));
        name.getStyleClass().add("name");
        Label version = new Label(SidetoneVersion.TEXT);
        version.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button help = new Button(null, new FontIcon(Material2AL.HELP_OUTLINE));
        help.setId("help");
        help.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        help.setTooltip(new Tooltip("What this is"));
        help.setAccessibleText("What this is");
        help.setOnAction(pressed -> welcome.run());
        getChildren().addAll(name, version, gap, help, new ThemeButton(theme));
    }
}
