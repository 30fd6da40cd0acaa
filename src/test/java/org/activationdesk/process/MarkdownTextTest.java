package org.activationdesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTextTest {

    @Test
    void whatWouldBeMarkupBecomesText() {
        assertThat(MarkdownText.of("<img src=x> [a](https://b.example) *c*"))
                .isEqualTo("\\<img src\\=x\\> \\[a\\]\\(https\\:\\/\\/b\\.example\\) \\*c\\*");
        assertThat(MarkdownText.of("1. one\n    # two")).isEqualTo("1\\. one\n\\# two");
    }

    @Test
    void lettersAndLinesStayAsTheyAre() {
        assertThat(MarkdownText.of("Café Jansen’s\n\n東京")).isEqualTo("Café Jansen’s\n\n東京");
        assertThat(MarkdownText.of(null)).isNull();
    }
}
