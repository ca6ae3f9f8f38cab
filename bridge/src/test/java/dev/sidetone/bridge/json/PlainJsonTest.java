package dev.sidetone.bridge.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read without a tree, and what is left to a parser that knows all of JSON. */
class PlainJsonTest {
    @Test
    void textsNumbersWordsAndObjectsAreReadInAnyOrderWithBlanksBetween() {
        assertThat(read("{\"a\":\"x\",\"n\":12,\"q\":\"034\",\"o\":{\"a\":\"y\"},\"w\":true}"))
                .containsExactly("a=x", "n=12", "q=34", "o.a=y");
        assertThat(read("{ \"w\" : null , \"o\" : { } , \"a\" : \"\u00e4 \u20ac\" } "))
                .containsExactly("a=\u00e4 \u20ac");
        assertThat(read("{}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "}",
                "[]",
                "null",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":\"x\"",
                "{\"a\":\"x\"}}",
                "{\"a\":\"x\"} x",
                "{\"a\":\"x\",}",
                "{,\"a\":\"x\"}",
                "{\"a\":\"x\" \"n\":1}",
                "{\"a\":\"x\\n\"}",
                "{\"a\":\"x\n\"}",
                "{\"a\\u0062\":\"x\"}",
                "{\"a\":1}",
                "{\"n\":01}",
                "{\"n\":-1}",
                "{\"n\":1.5}",
                "{\"n\":1e3}",
                "{\"n\":\"\"}",
                "{\"n\":\"1 \"}",
                "{\"n\":1234567890123456789}",
                "{\"w\":[1]}",
                "{\"w\":{\"a\":1}}",
                "{\"w\":truely}",
                "{\"o\":\"x\"}",
                "{a:\"x\"}",
                "\t{\"a\":\"x\"}"
            })
    void anythingElseIsLeftToAParser(String text) {
        assertThat(read(text)).as(text).containsExactly("not plain");
    }

    @Test
    void aTextThatIsLongerThanAnyPieceOfAStreamIsLeftToAParser() {
        String most = "x".repeat(PlainJson.MOST_CHARS - "{\"a\":\"\"}".length());
        assertThat(read("{\"a\":\"" + most + "\"}")).containsExactly("a=" + most);
        assertThat(read("{\"a\":\"x" + most + "\"}")).containsExactly("not plain");
    }

    @Test
    void textThatNeedsNoEscapeIsKnown() {
        assertThat(PlainJson.isPlain("MZ01 azAZ+/=~")).isTrue();
        for (String other : new String[] {"\"", "\\", "\n", "\u007f", "\u00e4", "\ud83d\ude00"}) {
            assertThat(PlainJson.isPlain("a" + other)).as(other).isFalse();
        }
    }

    private static List<String> read(String text) {
        List<String> found = new ArrayList<>();
        PlainJson json = new PlainJson(text);
        while (json.next()) {
            if (json.keyIs("a")) {
                found.add("a=" + json.text());
            } else if (json.keyIs("n") || json.keyIs("q")) {
                found.add((json.keyIs("n") ? "n=" : "q=") + json.number());
            } else if (json.keyIs("o")) {
                json.enter();
                while (json.next()) {
                    found.add("o.a=" + json.text());
                }
            } else {
                json.skip();
            }
        }
        return json.isWhole() ? found : List.of("not plain");
    }
}
