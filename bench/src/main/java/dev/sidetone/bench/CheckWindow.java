package dev.sidetone.bench;

import java.awt.Point;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * {@code CheckWindow marks SCREEN.xwd PICTURE.png} saves a screen as a picture and looks in it for a turn with all its marks;
 * {@code CheckWindow green|red SCREEN.xwd} prints the centre of the largest button of that colour. Exit code 0 if found, 1 if not, 2 for bad
 * usage.
 */
public final class CheckWindow {
    private static final int LEAST_PIXELS = 2_000;

    private CheckWindow() {}

    public static void main(String[] args) throws IOException {
        if (args.length == 3 && args[0].equals("marks")) {
            System.exit(marks(ScreenDump.read(Path.of(args[1])), Path.of(args[2])));
        }
        if (args.length == 2 && (args[0].equals("green") || args[0].equals("red"))) {
            Point middle = button(ScreenDump.read(Path.of(args[1])), args[0].equals("green") ? 8 : 16);
            System.out.println(middle == null ? "" : middle.x + " " + middle.y);
            System.exit(middle == null ? 1 : 0);
        }
        System.err.println("usage: CheckWindow marks SCREEN.xwd PICTURE.png | CheckWindow green|red SCREEN.xwd");
        System.exit(2);
    }

    private static int marks(BufferedImage picture, Path file) throws IOException {
        ImageIO.write(picture, "png", file.toFile());
        int turns = new TurnMarkFinder(picture).count();
        System.out.println(turns + " turns with their marks in the timeline");
        return turns > 0 ? 0 : 1;
    }

    /** Returns the centre of the largest area of one colour in which red (bit 16) or green (bit 8) dominates; null without one. */
    static @Nullable Point button(BufferedImage picture, int shift) {
        Map<Integer, int[]> areas = new HashMap<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int rgb = picture.getRGB(x, y);
                if (dominates(rgb, shift)) {
                    add(
                            areas.computeIfAbsent(
                                    rgb, colour -> new int[] {0, Integer.MAX_VALUE, 0, Integer.MAX_VALUE, 0}),
                            x,
                            y);
                }
            }
        }
        return areas.values().stream()
                .filter(area -> area[0] >= LEAST_PIXELS)
                .max((one, other) -> Integer.compare(one[0], other[0]))
                .map(area -> new Point((area[1] + area[2]) / 2, (area[3] + area[4]) / 2))
                .orElse(null);
    }

    private static void add(int[] area, int x, int y) {
        area[0]++;
        area[1] = Math.min(area[1], x);
        area[2] = Math.max(area[2], x);
        area[3] = Math.min(area[3], y);
        area[4] = Math.max(area[4], y);
    }

    private static boolean dominates(int rgb, int shift) {
        int others = 0;
        for (int other = 0; other <= 16; other += 8) {
            others = other == shift ? others : Math.max(others, rgb >> other & 0xFF);
        }
        return (rgb >> shift & 0xFF) > 100 && (rgb >> shift & 0xFF) > others * 3 / 2;
    }
}
