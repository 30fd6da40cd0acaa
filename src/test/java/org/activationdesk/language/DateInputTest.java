package org.activationdesk.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateInputTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2028-01-31",
                " 2028-01-31 ",
                "31-01-2028",
                "31-1-2028",
                "31/01/2028",
                "31.1.2028",
                "31 January 2028",
                "31 january 2028",
                "31 JANUARI 2028",
                "31 januari 2028",
                "31\u00a0januari\u00a02028",
                "31   jan.  2028",
                "31 Jan, 2028",
                "31-jan-2028",
                "January 31, 2028",
                "Jan 31 2028",
                "Jan. 31, 2028"
            })
    void one_day_in_all_the_ways_in_which_it_is_typed(String typed) {
        assertThat(DateInput.read(typed)).hasValue(LocalDate.of(2028, 1, 31));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "soon",
                "31",
                "2028",
                "31-01-28",
                "28-01-31",
                "30-02-2028",
                "2028-02-30",
                "29 February 2027",
                "31 april 2028",
                "31-13-2028",
                "2028-13-01",
                "01/31/2028",
                "3/4/2028",
                "00-00-2028",
                "2028-1-31",
                "2028/01/31",
                "31-01/2028",
                "31 01 2028",
                "31012028",
                "20280131",
                "31 janvier 2028",
                "31 j 2028",
                "31st January 2028",
                "Monday 31 January 2028",
                "31 January 2028 or later",
                "31 January 2028\n1 February 2028",
                "2028-01-31T00:00:00",
                "-2028-01-31",
                "31-01-1999",
                "31-01-2101",
                "31-01-12028",
                "٣١-٠١-٢٠٢٨",
                "３１-01-2028"
            })
    void what_is_not_understood_is_no_date(String typed) {
        assertThat(DateInput.read(typed)).isEmpty();
    }

    @Test
    void a_leap_day_and_both_ends_of_the_century_are_days() {
        assertThat(DateInput.read("29-2-2028")).hasValue(LocalDate.of(2028, 2, 29));
        assertThat(DateInput.read("1 januari 2000")).hasValue(LocalDate.of(2000, 1, 1));
        assertThat(DateInput.read("31-12-2100")).hasValue(LocalDate.of(2100, 12, 31));
    }

    @Test
    void slashes_count_where_they_can_be_read_in_one_way_only() {
        assertThat(DateInput.read("13/4/2028")).hasValue(LocalDate.of(2028, 4, 13));
        assertThat(DateInput.read("4/4/2028")).hasValue(LocalDate.of(2028, 4, 4));
        assertThat(DateInput.read("4/3/2028")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_day_is_read_back_from_the_words_in_which_the_desk_says_it(Language language) {
        for (String form : new String[] {"d MMMM uuuu", "d MMM uuuu", "dd-MM-uuuu", "uuuu-MM-dd"}) {
            DateTimeFormatter words = DateTimeFormatter.ofPattern(form, language.locale());
            for (LocalDate day = LocalDate.of(2028, 1, 1); day.getYear() == 2028; day = day.plusDays(1)) {
                assertThat(DateInput.read(words.format(day))).hasValue(day);
            }
        }
    }
}
