package dev.sidetone.ui.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/**
 * A picture of the window as it should look, kept small: one pixel for each {@value #BLOCK_PX} x {@value #BLOCK_PX} of the window, so that another
 * machine's fonts make little difference and a pane that is gone, moved or in the wrong colour makes a large one.
 */
final class GoldenPicture {
    private static final int BLOCK_PX = 16;
    /** Of 255 in each of red, green and blue. */
    private static final int SAME = 20;
    /** The share of blocks that may differ: edges of text that another font breaks elsewhere. */
    private static final double MOST_DIFFERENT = 0.02;

    private final Path kept;
    private final boolean write;

    /** The picture of that name among the tests' resources; {@code write} replaces it. */
    GoldenPicture(String name, boolean write) {
        this.kept = Path.of("src/test/resources/dev/sidetone/ui/app/golden", name + ".png");
        this.write = write;
    }

    /** What differs in {@code now}, a sentence; empty if it looks as it should. */
    String difference(WritableImage now) throws IOException {
        BufferedImage small = small(now);
        if (write) {
            Files.createDirectories(kept.getParent());
            ImageIO.write(small, "png", kept.toFile());
            return "";
        }
        BufferedImage golden;
        try (InputStream file = Files.newInputStream(kept)) {
            golden = ImageIO.read(file);
        }
        if (golden.getWidth() != small.getWidth() || golden.getHeight() != small.getHeight()) {
            return "it is of another size";
        }
        List<String> other = new ArrayList<>();
        for (int y = 0; y < small.getHeight(); y++) {
            for (int x = 0; x < small.getWidth(); x++) {
                if (!isSame(golden.getRGB(x, y), small.getRGB(x, y))) {
                    other.add(x * BLOCK_PX + "," + y * BLOCK_PX);
                }
            }
        }
        return other.size() <= MOST_DIFFERENT * small.getWidth() * small.getHeight()
                ? ""
                : other.size() + " blocks look different, at " + other.subList(0, Math.min(10, other.size()));
    }

    private static boolean isSame(int one, int other) {
        return Math.abs(part(one, 16) - part(other, 16)) <= SAME
                && Math.abs(part(one, 8) - part(other, 8)) <= SAME
                && Math.abs(part(one, 0) - part(other, 0)) <= SAME;
    }

    private static int part(int rgb, int shift) {
        return (rgb >> shift) & 0xff;
    }

    private static BufferedImage small(WritableImage picture) {
        int width = (int) picture.getWidth() / BLOCK_PX;
        int height = (int) picture.getHeight() / BLOCK_PX;
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                small.setRGB(x, y, mean(picture.getPixelReader(), x * BLOCK_PX, y * BLOCK_PX));
            }
        }
        return small;
    }

    private static int mean(PixelReader pixels, int fromX, int fromY) {
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int y = fromY; y < fromY + BLOCK_PX; y++) {
            for (int x = fromX; x < fromX + BLOCK_PX; x++) {
                int argb = pixels.getArgb(x, y);
                red += part(argb, 16);
                green += part(argb, 8);
                blue += part(argb, 0);
            }
        }
        int count = BLOCK_PX * BLOCK_PX;
        return ((red / count) << 16) | ((green / count) << 8) | (blue / count);
    }
}
