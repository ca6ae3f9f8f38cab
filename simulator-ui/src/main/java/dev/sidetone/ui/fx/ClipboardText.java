package dev.sidetone.ui.fx;

import java.util.Map;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/** Copies text to the system's clipboard. Stateless; on the FX thread. */
public final class ClipboardText {
    private ClipboardText() {}

    public static void copy(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }
}
