package dev.sidetone.ui.app;

import dev.sidetone.ui.settings.WindowPreferences;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Keeps the window's size and place from one start to the next, if it is still on a screen. On the FX thread. */
final class WindowPlace {
    private static final String PLACE = "window-place";
    private static final String MAXIMIZED = "window-maximized";
    /** So much of the window must be on a screen for it to be found there again. */
    private static final double SEEN_PX = 100;

    private WindowPlace() {}

    /** Puts {@code stage} where it was, and remembers where it is when it is hidden. */
    static void keep(Stage stage, WindowPreferences remembered) {
        Rectangle2D place = read(remembered.get(PLACE, ""));
        if (place != null && isOnScreen(place)) {
            stage.setX(place.getMinX());
            stage.setY(place.getMinY());
            stage.setWidth(place.getWidth());
            stage.setHeight(place.getHeight());
        }
        stage.setMaximized(Boolean.parseBoolean(remembered.get(MAXIMIZED, "false")));
        stage.addEventHandler(javafx.stage.WindowEvent.WINDOW_HIDING, hiding -> write(stage, remembered));
    }

    private static void write(Stage stage, WindowPreferences remembered) {
        remembered.put(MAXIMIZED, String.valueOf(stage.isMaximized()));
        if (!stage.isMaximized() && !stage.isIconified()) {
            remembered.put(PLACE, stage.getX() + "," + stage.getY() + "," + stage.getWidth() + "," + stage.getHeight());
        }
    }

    /** Four numbers as they are written; null for anything else. */
    static @Nullable Rectangle2D read(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != 4) {
            return null;
        }
        try {
            double width = Double.parseDouble(parts[2]);
            double height = Double.parseDouble(parts[3]);
            Rectangle2D place =
                    new Rectangle2D(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), width, height);
            return Double.isFinite(place.getMaxX() + place.getMaxY()) ? place : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean isOnScreen(Rectangle2D place) {
        return Screen.getScreensForRectangle(
                                place.getMinX() + SEEN_PX,
                                place.getMinY(),
                                Math.max(1, place.getWidth() - 2 * SEEN_PX),
                                SEEN_PX)
                        .size()
                > 0;
    }
}
