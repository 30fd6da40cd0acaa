package org.activationdesk.purchase;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** One e-mail address that is safe to hand to a mail server: no display name, no list, no quoting, no address literal. */
public record EmailAddress(String value) {
    /** The dot-atom of RFC 5322 before the {@code @}, a host name of at least two labels behind it. */
    private static final Pattern FORM = Pattern.compile("[\\w!#$%&'*+/=?^`{|}~-]+(\\.[\\w!#$%&'*+/=?^`{|}~-]+)*"
            + "@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    private static final int LONGEST = 254;

    /** Reads an address; an international domain is kept in its ASCII form, so that look-alikes can be told apart. */
    public static Optional<EmailAddress> of(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1 || text.length() > LONGEST) {
            return Optional.empty();
        }
        return asciiDomain(text.substring(at + 1))
                .map(domain -> text.substring(0, at) + "@" + domain)
                .filter(address -> FORM.matcher(address).matches())
                .map(EmailAddress::new);
    }

    /** The ASCII form of a domain in lower case, or nothing where the text is no domain. */
    public static Optional<String> asciiDomain(String text) {
        try {
            String ascii = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return FORM.matcher("a@" + ascii).matches() ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }

    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }
}
