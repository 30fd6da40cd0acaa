package org.activationdesk.productkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedKeyTest {
    private static final int INPUTS = 10_000;
    private static final String KEY = "BCDFGHJKMPQRTVWXY2346789N";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BCDFG-HJKMP-QRTVW-XY234-6789N",
                "bcdfghjkmpqrtvwxy2346789n",
                " BCDFG HJKMP QRTVW XY234 6789N ",
                "BCDFG\r\nHJKMP\r\nQRTVW\r\nXY234\r\n6789N",
                "\u201cBCDFG.HJKMP.QRTVW.XY234.6789N\u201d",
                "\uff22\uff23\uff24\uff26\uff27-HJKMP-QRTVW-XY\uff12\uff13\uff14-6789N",
                "BCDFG\u200b-\u00adHJKMP\u2011QRTVW\u2013XY234\u00a06789N\ufeff"
            })
    void reads_a_key_in_whatever_grouping(String text) {
        TypedKey key = TypedKey.of(text);
        assertThat(key.secret()).isEqualTo(KEY);
        assertThat(key.misfits()).isEmpty();
        assertThat(key.lastFive()).isEqualTo("6789N");
        assertThat(key.toString()).doesNotContainIgnoringCase("6789");
    }

    @ParameterizedTest
    @CsvSource({
        "0, D Q", "O, D Q", "1, 7 T", "I, T J", "L, J T", "5, 6 8", "S, 8 6", "Z, 2 7", "A, 4 R", "E, F 3", "U, V W"
    })
    void names_each_confusable_character_by_its_position(String character, String likely) {
        TypedKey key = TypedKey.of("BCDFG-H" + character + "KMP-QRTVW-XY234-6789N");
        assertThat(key.misfits()).containsExactly(new Misfit(7, character, List.of(likely.split(" "))));
        assertThat(key.misfits().get(0).group()).isEqualTo(2);
        assertThat(key.misfits().get(0).place()).isEqualTo(2);
    }

    @Test
    void a_letter_that_only_looks_like_ours_is_of_another_alphabet() {
        assertThat(TypedKey.of("\u0412CDFG-HJKMP-QRTVW-XY234-6789N").misfits())
                .containsExactly(new Misfit(1, null, List.of()));
    }

    @Test
    void ten_thousand_hostile_inputs_are_read_without_an_exception() {
        long seed = System.nanoTime();
        System.out.println("Product keys are fuzzed with seed " + seed);
        Random random = new Random(seed);
        SampleKeys samples = new SampleKeys(random);
        for (int i = 0; i < INPUTS; i++) {
            String key = samples.key();
            assertThat(TypedKey.of(samples.written(key)).secret())
                    .as("input %d of seed %d", i, seed)
                    .isEqualTo(key);
            TypedKey hostile = TypedKey.of(samples.hostile());
            assertThat(hostile.misfits().size())
                    .as("input %d of seed %d", i, seed)
                    .isLessThanOrEqualTo(hostile.length());
            assertThat(hostile.lastFive().codePoints().count()).isIn(0L, 5L);
        }
    }
}
