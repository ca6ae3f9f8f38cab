package dev.sidetone.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bench.process.Footprint;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class SoakGraphTest {
    private static final int SAMPLES = 40;

    @Test
    void whatStaysFlatIsFlatHoweverItBeginsAndSwings() {
        assertThat(SoakQuantity.HEAP.growth(samples(i -> i < 3 ? 10 : 100 + i % 4)))
                .isBetween(-0.02, 0.02);
    }

    @Test
    void aLeakIsSeen() {
        assertThat(SoakQuantity.HEAP.growth(samples(i -> 100 + i))).isGreaterThan(0.05);
        assertThat(SoakQuantity.THREADS.growth(samples(i -> 40 + i / 4))).isGreaterThan(0.05);
    }

    @Test
    void thePictureIsWellFormedAndHasALineForEachSideInEachBand() throws Exception {
        List<SoakSample> samples = samples(i -> 100 + i).stream()
                .map(held -> new SoakSample(held.threads() * 15.0, 5, 10, 0, held, held))
                .toList();
        Document picture = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        SoakGraph.svg("10 minutes, 5 calls", samples).getBytes(StandardCharsets.UTF_8)));
        assertThat(picture.getElementsByTagName("polyline").getLength()).isEqualTo(2 * SoakQuantity.values().length);
        assertThat(picture.getElementsByTagName("text").item(0).getTextContent())
                .isEqualTo("10 minutes, 5 calls");
    }

    @Test
    void aLengthMayBeInHours() {
        assertThat(new SoakMain.Hours().convert("2h")).isEqualTo(Duration.ofHours(2));
        assertThat(new SoakMain.Hours().convert("90s")).isEqualTo(Duration.ofSeconds(90));
    }

    private static List<Footprint> samples(LongUnaryOperator value) {
        return LongStream.range(0, SAMPLES)
                .map(value)
                .mapToObj(held -> new Footprint(held, held, held, held << 20, held << 20))
                .toList();
    }
}
