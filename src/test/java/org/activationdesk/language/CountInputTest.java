package org.activationdesk.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountInputTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1|1",
                "25|25",
                "' 25 '|25",
                "1000|1000",
                "1.000|1000",
                "1,000|1000",
                "1 000|1000",
                "1\u00a0000|1000",
                "1'000|1000",
                "1.250.000|1250000",
                "999999999|999999999"
            })
    void whole_numbers_are_read(String typed, int count) {
        assertThat(CountInput.read(typed)).hasValue(count);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "25,5",
                "25.5",
                "25,0",
                "25.00",
                "2,5",
                "1e3",
                "1E3",
                "0x19",
                "0",
                "-1",
                "+25",
                "025",
                "1,00",
                "1,0000",
                "1000,000",
                "1,000.000",
                "1.000,00",
                "1..000",
                "2 5",
                "25 seats",
                "vijf",
                "²",
                "２５",
                "٢٥",
                "1000000000",
                "99999999999999999999",
                "NaN",
                "Infinity",
                "25\n26"
            })
    void what_is_no_whole_number_is_refused(String typed) {
        assertThat(CountInput.read(typed)).isEmpty();
    }
}
