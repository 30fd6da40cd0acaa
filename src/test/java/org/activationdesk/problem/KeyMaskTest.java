package org.activationdesk.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever copies a message into a report may copy the key with it. */
class KeyMaskTest {
    private static final String KEY = "X7MBK4QJTRW9HVD2CPYF3G6NT";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X7MBK-4QJTR-W9HVD-2CPYF-3G6NT",
                "x7mbk-4qjtr-w9hvd-2cpyf-3g6nt",
                "X7MBK4QJTRW9HVD2CPYF3G6NT",
                "X7MBK 4QJTR W9HVD 2CPYF 3G6NT",
                "X7MBK\n4QJTR\nW9HVD\n2CPYF\n3G6NT",
                "X7MBK – 4QJTR – W9HVD – 2CPYF – 3G6NT",
                "X7MBK−4QJTR−W9HVD−2CPYF−3G6NT",
                "X7MB K4QJ TRW9 HVD2 CPYF 3G6N T",
                "X7MBK.4QJTR.W9HVD.2CPYF.3G6NT",
                "X7MBK_4QJTR_W9HVD_2CPYF_3G6NT",
                "X7MBK/4QJTR/W9HVD/2CPYF/3G6NT",
                "X7MBK-\u200B4QJTR-\u00ADW9HVD-2CPYF-3G6NT",
                "Ｘ７ＭＢＫ-４ＱＪＴＲ-W9HVD-2CPYF-3G6NT",
                "keyX7MBK-4QJTR-W9HVD-2CPYF-3G6NT",
                "keyX7MBK4QJTRW9HVD2CPYF3G6NT",
                "X 7 M B K 4 Q J T R W 9 H V D 2 C P Y F 3 G 6 N T"
            })
    void only_the_last_five_characters_of_a_key_are_left_however_it_is_written(String key) {
        String masked = KeyMask.mask("It says that " + key + " is not valid (0x8007).");
        assertThat(masked).endsWith(" is not valid (0x8007).").contains("*****-*****-*****-*****-");
        assertThat(bare(masked)).contains("3G6NT").doesNotContain(KEY.substring(10, 20), KEY.substring(0, 10));
    }

    @Test
    void several_keys_are_masked_each() {
        String masked = KeyMask.mask("X7MBK-4QJTR-W9HVD-2CPYF-3G6NT, X7MBK-4QJTR-W9HVD-2CPYF-3G6NW");
        assertThat(masked).isEqualTo("*****-*****-*****-*****-3G6NT, *****-*****-*****-*****-3G6NW");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Something went wrong. Please try again later, or ask your administrator for help.",
                "Correlation id 3f2504e0-4f89-11d3-9a0c-0305e82c3301, 2026-11-22T14:05:00Z",
                "Sessie 0123456789abcdef0123456789abcdef is verlopen",
                "https://admin.microsoft.com/Adminportal/Home#/subscriptions/vlnew",
                "Deze productcode kunnen wij niet inwisselen; neem contact op met uw partner.",
                "These other words could never serve",
                "",
                "Dear 王さん, ça marche? 🙂"
            })
    void what_is_no_key_stays_as_it_is(String text) {
        assertThat(KeyMask.mask(text)).isEqualTo(text);
    }

    @Test
    void no_whole_key_is_left_in_ten_thousand_texts() {
        String alphabet = "BCDFGHJKMPQRTVWXY2346789N";
        String[] between = {"", "-", " ", " - ", "\n", ".", "–"};
        String[] around = {"", "key: ", "(", "\"", "code=", "a "};
        Random random = new Random(24);
        for (int sample = 0; sample < 10_000; sample++) {
            StringBuilder key = new StringBuilder();
            String separator = between[random.nextInt(between.length)];
            for (int i = 0; i < 25; i++) {
                key.append(i > 0 && i % 5 == 0 ? separator : "").append(alphabet.charAt(random.nextInt(25)));
            }
            String masked = KeyMask.mask(around[random.nextInt(around.length)] + key + ". And so on");
            assertThat(bare(masked))
                    .as(key.toString())
                    .doesNotContain(bare(key.toString()).substring(0, 20));
        }
    }

    private static String bare(String text) {
        return text.replaceAll("[^A-Za-z0-9]", "").toUpperCase(java.util.Locale.ROOT);
    }
}
