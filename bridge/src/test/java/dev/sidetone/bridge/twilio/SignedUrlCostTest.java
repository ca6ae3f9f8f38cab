package dev.sidetone.bridge.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.sidetone.bridge.twilio.SignatureValidator.Verdict;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stranger's address costs before anything about it is proven, counted in characters that are looked at and bytes that are made. */
class SignedUrlCostTest {
    /** How often each character of an address may be looked at or copied. */
    private static final int MOST_LOOKS = 10;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Map<String, List<String>> NOTHING = Map.of();
    /** As long as a signature is, and no signature of anything here. */
    private static final String WRONG = "AAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private final SignatureValidator check = new SignatureValidator("12345");

    @ParameterizedTest
    @ValueSource(strings = {"[", "]", "@", ":", "#", "?", "/", "1", "a", "a:1@", ":1", "[:", "#\u2028", "://"})
    void everyCharacterIsLookedAtAFewTimesHoweverManyThereAre(String part) {
        for (String begin : List.of("", "http://", "http://[", "http://a@", "http://h:", "http://h/", "ws")) {
            CountedUrl url = new CountedUrl(begin + part.repeat(5_000));
            assertThat(SignedUrl.ofRequest(url).count()).isPositive();
            assertThat(SignedUrl.ofUpgrade(url).count()).isPositive();
        }
    }

    @Test
    void aFormOfTheAddressIsMadeOnlyWhenTheOnesBeforeItAreWrong() {
        String url = "https://" + "h".repeat(1_000_000);
        long first = bytesOf(() -> SignedUrl.ofUpgrade(url).findFirst());
        long all = bytesOf(() -> SignedUrl.ofUpgrade(url).toList());
        assertThat(SignedUrl.ofUpgrade(url)).hasSize(4);
        assertThat(first).isLessThan(all - 2L * url.length());
    }

    @Test
    void whatIsNoSignatureCostsNoFormAtAll() {
        String url = "https://" + "h".repeat(1_000_000);
        assertThat(check.form(url, NOTHING, WRONG)).isEqualTo(Verdict.WRONG);
        long wrong = bytesOf(() -> check.form(url, NOTHING, WRONG));
        long tooLong = bytesOf(() -> check.form(url, NOTHING, "x".repeat(1_000)));
        long missing = bytesOf(() -> check.form(url, NOTHING, null));
        assertThat(wrong).as("the bytes of a look at all forms").isGreaterThan(8L * url.length());
        assertThat(tooLong).isLessThan(4L * url.length());
        assertThat(missing).isLessThan(4L * url.length());
    }

    /** The bytes that {@code work} allocates on this thread, once its classes are loaded. */
    private static long bytesOf(Supplier<?> work) {
        assertThat(work.get()).isNotNull();
        long before = THREADS.getCurrentThreadAllocatedBytes();
        Object made = work.get();
        long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertThat(made).isNotNull();
        return bytes;
    }

    /** An address that fails the test when too much of it is looked at. */
    private static final class CountedUrl implements CharSequence {
        private final String text;
        private long looks;

        CountedUrl(String text) {
            this.text = text;
        }

        private void count(int characters) {
            looks += characters;
            if (looks > 2L * MOST_LOOKS * text.length()) {
                throw new AssertionError(
                        looks + " looks at " + text.length() + " characters: " + text.substring(0, 12));
            }
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            count(1);
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            count(end - start);
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            count(text.length());
            return text;
        }
    }
}
