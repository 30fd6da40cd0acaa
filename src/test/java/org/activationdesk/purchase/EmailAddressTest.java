package org.activationdesk.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    @ParameterizedTest
    @CsvSource({
        "anna@bakkerij.example, anna@bakkerij.example",
        "Anna.de-Vries+desk@Bakkerij.Example, Anna.de-Vries+desk@bakkerij.example",
        "it@b\u00fccher.example, it@xn--bcher-kva.example",
        "it@B\u00dcCHER.example, it@xn--bcher-kva.example",
        "it@bu\u0308cher.example, it@xn--bcher-kva.example",
        "it@caf\u00e9.example, it@xn--caf-dma.example",
        "it@xn--wei-7ka.example, it@xn--wei-7ka.example"
    })
    void an_address_is_kept_with_the_ascii_form_of_its_domain(String typed, String kept) {
        assertThat(EmailAddress.of(typed)).hasValue(new EmailAddress(kept));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it@wei\u00df.example", // weiss.example in 2003
                "it@WEI\u1e9e.example",
                "it@\u03b1\u03c2.example", // a final sigma
                "it@a\u200db.example", // joiners
                "it@a\u200cb.example",
                "it@\uff42akkerij.example", // full width
                "it@bakkerij\uff0eexample",
                "it@bakkerij\u3002example",
                "it@bakkerij\uff61example",
                "it@\ufb01rma.example", // a ligature
                "it@a\u00adb.example" // a soft hyphen
            })
    void a_domain_that_would_become_another_one_is_refused(String typed) {
        assertThat(EmailAddress.of(typed)).isEmpty();
    }

    @Test
    void sixty_four_characters_fit_before_the_at() {
        assertThat(EmailAddress.of("a".repeat(64) + "@bakkerij.example")).isPresent();
        assertThat(EmailAddress.of("a".repeat(65) + "@bakkerij.example")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "a@",
                "@b.example",
                "a@b",
                "a b@c.example",
                "a@b.example,c@d.example",
                "a@[192.0.2.1]",
                "\"a\"@b.example",
                "\u00e9@b.example",
                "\uff41@b.example",
                "a@b..example",
                "a@-b.example",
                "a@b.1"
            })
    void what_is_no_address_is_refused(String typed) {
        assertThat(EmailAddress.of(typed)).isEmpty();
    }
}
