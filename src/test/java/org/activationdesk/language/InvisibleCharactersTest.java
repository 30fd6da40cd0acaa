package org.activationdesk.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvisibleCharactersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bakkerij de Vries",
                "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", // Persian
                "\u0915\u094d\u200d\u0937", // Hindi
                "\u0dc1\u0dca\u200d\u0dbb\u0dd3 \u0dbd\u0d82\u0d9a\u0dcf", // Sri Lanka
                "\u0d05\u0d35\u0d28\u0d4d\u200d" // Malayalam, at the end of a word
            })
    void names_as_their_languages_spell_them_hold_none(String name) {
        assertThat(InvisibleCharacters.inLine(name)).isFalse();
        assertThat(InvisibleCharacters.removedFrom(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b",
                "a\u200bb",
                "a\u200cb",
                "a\u200db",
                "\u200c\u0645",
                "\u0645\u200c\u200c\u0645",
                "a\u202eb",
                "a\ufeffb",
                "a\u00adb",
                "a\u2028b",
                "a\ud800b",
                "a\ue000b",
                "a\uffffb"
            })
    void what_nobody_sees_is_found_and_taken_out(String name) {
        assertThat(InvisibleCharacters.inLine(name)).isTrue();
        assertThat(InvisibleCharacters.inText(name)).isTrue();
        assertThat(InvisibleCharacters.inLine(InvisibleCharacters.removedFrom(name)))
                .isFalse();
        assertThat(InvisibleCharacters.shownIn(name)).contains("?");
    }

    @Test
    void line_breaks_belong_to_a_text_and_not_to_a_line() {
        assertThat(InvisibleCharacters.inLine("a\nb")).isTrue();
        assertThat(InvisibleCharacters.inText("a\r\n\tb")).isFalse();
    }
}
