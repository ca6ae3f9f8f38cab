package dev.sidetone.simulator.twilio.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceCutterTest {
    @Test
    void piecesEndWithSentencesAndColonsAndNeverWithCommas() {
        assertThat(pieces("I heard: four, five. ", "Is it \"right?\" Yes"))
                .containsExactly("I heard:", " four, five.", " Is it \"right?\"", " Yes");
    }

    @Test
    void numbersAndAddressesStayWhole() {
        assertThat(pieces("It costs 3.50, see example.com")).containsExactly("It costs 3.50, see example.com");
    }

    @Test
    void marksAloneAreNoPiece() {
        assertThat(pieces("... ! Hello. ")).containsExactly("... ! Hello.", " ");
    }

    @Test
    void aTextWithoutAnyEndIsCutAtASpace() {
        List<String> pieces = pieces("word ".repeat(500));

        assertThat(pieces).hasSizeGreaterThan(1).allMatch(piece -> piece.length() <= 2_500);
        assertThat(String.join("", pieces)).isEqualTo("word ".repeat(500));
    }

    private static List<String> pieces(String... tokens) {
        SentenceCutter cutter = new SentenceCutter();
        List<String> pieces = new ArrayList<>();
        for (String token : tokens) {
            pieces.addAll(cutter.add(token));
        }
        if (!cutter.isEmpty()) {
            pieces.add(cutter.rest());
        }
        return pieces;
    }
}
