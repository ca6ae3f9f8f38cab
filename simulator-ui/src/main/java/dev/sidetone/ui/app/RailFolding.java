package dev.sidetone.ui.app;

import dev.sidetone.ui.settings.WindowPreferences;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableDoubleValue;

/** Folds the list of calls where the window is narrow, and otherwise as the user last left it, which is remembered. On the FX thread. */
final class RailFolding {
    private static final String FOLDED = "calls-folded";
    private static final double NARROW_PX = 1150;

    private final BooleanProperty folded = new SimpleBooleanProperty();
    private final WindowPreferences remembered;
    private boolean narrow;

    RailFolding(WindowPreferences remembered) {
        this.remembered = remembered;
        folded.set(asLeft());
        folded.addListener((property, before, now) -> {
            if (!narrow) {
                remembered.put(FOLDED, now.toString());
            }
        });
    }

    /** Follows the width of the window. A user may unfold the list in a narrow one, until it is made wide and narrow again. */
    void follow(ObservableDoubleValue widthPx) {
        widthPx.subscribe(width -> {
            boolean now = width.doubleValue() > 0 && width.doubleValue() < NARROW_PX;
            if (now != narrow) {
                narrow = now;
                folded.set(narrow || asLeft());
            }
        });
    }

    private boolean asLeft() {
        return Boolean.parseBoolean(remembered.get(FOLDED, "false"));
    }

    BooleanProperty foldedProperty() {
        return folded;
    }
}
