package dev.sidetone.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckWindowTest {
    private static final Color CALLER = new Color(0x58a6ff);
    private static final Color GREEN = new Color(0x3fb950);
    private static final Color AMBER = new Color(0xd29922);
    private static final Color TEAL = new Color(0x39c5cf);
    private static final Color GREY = new Color(0x8b949e);

    private final BufferedImage picture = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D graphics = picture.createGraphics();

    @Test
    void aTurnIsTheEndOfSpeechABracketAndTheFirstAudibleSample() {
        speechEnd(100);
        bracket(100, 150, GREEN, 1);

        assertThat(new TurnMarkFinder(picture).count()).isEqualTo(1);
    }

    @Test
    void aTurnThatWasNotJudgedHasADashedBracket() {
        speechEnd(100);
        bracket(100, 150, GREY, 6);

        assertThat(new TurnMarkFinder(picture).count()).isEqualTo(1);
    }

    @Test
    void theSplitOfATurnsTimeCoversItsBracket() {
        speechEnd(100);
        bracket(100, 150, GREEN, 1);
        fill(AMBER, 101, 58, 30, 6);
        fill(TEAL, 131, 58, 10, 6);
        fill(GREY, 141, 58, 9, 6);

        assertThat(new TurnMarkFinder(picture).count()).isEqualTo(1);
    }

    @Test
    void halfATurnIsNone() {
        bracket(100, 150, GREEN, 1);
        assertThat(new TurnMarkFinder(picture).count()).isZero();

        speechEnd(200);
        fill(GREEN, 200, 60, 50, 2);
        assertThat(new TurnMarkFinder(picture).count()).isZero();
    }

    @Test
    void theLargestAreaOfAColourIsTheButton() {
        fill(new Color(0x2ea043), 20, 20, 100, 30);
        fill(new Color(0x238636), 150, 100, 100, 60);
        fill(Color.GRAY, 0, 170, 300, 30);

        assertThat(CheckWindow.button(picture, 8)).isEqualTo(new Point(199, 129));
        assertThat(CheckWindow.button(picture, 16)).isNull();
    }

    @Test
    void aScreenIsReadAsTheXServerDumpsIt(@TempDir Path folder) throws IOException {
        ByteBuffer dump = ByteBuffer.allocate(104 + 12 + 2 * 8);
        dump.putInt(0, 104).putInt(4, 7).putInt(16, 2).putInt(20, 2).putInt(28, 0);
        dump.putInt(44, 32).putInt(48, 8).putInt(76, 1);
        dump.order(ByteOrder.LITTLE_ENDIAN).putInt(116 + 8 + 4, 0x123456);
        Path file = Files.write(folder.resolve("screen.xwd"), dump.array());

        assertThat(ScreenDump.read(file).getRGB(1, 1) & 0xFFFFFF).isEqualTo(0x123456);
        assertThat(ScreenDump.read(file).getRGB(0, 1) & 0xFFFFFF).isZero();
        Path other = Files.write(folder.resolve("other"), new byte[200]);
        assertThatThrownBy(() -> ScreenDump.read(other)).isInstanceOf(IOException.class);
    }

    private void speechEnd(int x) {
        fill(CALLER, x, 20, 1, 30);
    }

    private void bracket(int from, int until, Color colour, int dashes) {
        fill(colour, from, 50, 1, 10);
        for (int x = from; x < until; x += dashes == 1 ? 1 : dashes) {
            fill(colour, x, 60, dashes == 1 ? 1 : dashes / 2, 2);
        }
        fill(colour, until, 60, 2, 40);
    }

    private void fill(Color colour, int x, int y, int width, int height) {
        graphics.setColor(colour);
        graphics.fillRect(x, y, width, height);
    }
}
