package dev.sidetone.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a screen dump of an X server: an XWD file with 32 bits per pixel, as Xvfb writes with {@code -fbdir}. */
final class ScreenDump {
    private static final int VERSION = 7;
    private static final int COLOUR_BYTES = 12;
    private static final int BITS = 32;

    private ScreenDump() {}

    /** Reads a dump. */
    static BufferedImage read(Path file) throws IOException {
        ByteBuffer dump = ByteBuffer.wrap(Files.readAllBytes(file));
        if (dump.capacity() < 100 || dump.getInt(4) != VERSION || dump.getInt(44) != BITS) {
            throw new IOException(file + " is no screen of 32 bits a pixel");
        }
        int width = dump.getInt(16);
        int height = dump.getInt(20);
        int lineBytes = dump.getInt(48);
        int from = dump.getInt(0) + dump.getInt(76) * COLOUR_BYTES;
        dump.order(dump.getInt(28) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, dump.getInt(from + y * lineBytes + x * Integer.BYTES));
            }
        }
        return image;
    }
}
