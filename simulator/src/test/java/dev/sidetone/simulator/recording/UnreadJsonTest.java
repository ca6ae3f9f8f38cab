package dev.sidetone.simulator.recording;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person reads of a recording that somebody changed. */
class UnreadJsonTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'fact':'CallAnswered','atNs':99999999999999999999999999} | its atNs cannot be read",
                "{'fact':'CallAnswered','atNs':'soon'} | its atNs cannot be read",
                "{'fact':'CallPlaced','atNs':1,'startedAt':'yesterday'} | its startedAt cannot be read",
                "{'fact':'CallAnswered','atNs':1 | what should be JSON is none: it ends in the middle",
                "fact | what should be JSON is none: it is plain text: \"fact\"",
                "{'fact':'CallAnswered','atNs':NaN} | what should be JSON is none: NaN is no JSON",
            })
    void aFactThatCannotBeReadIsNamedByItsField(String line, String words) {
        assertThatThrownBy(() -> FactJson.read(line.replace('\'', '"')))
                .isInstanceOf(IOException.class)
                .hasMessage(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'call':{'durationMs':'long'}} | its call.durationMs cannot be read",
                "{'findings':[{'severity':'awful'}]} | its findings.severity cannot be read",
                "<result/> | what should be JSON is none: it is XML or HTML: \"<result/>\"",
            })
    void aResultThatCannotBeReadIsNamedByItsField(String json, String words) {
        assertThatThrownBy(() -> ResultJson.read(json.replace('\'', '"')))
                .isInstanceOf(IOException.class)
                .hasMessage(words);
    }
}
