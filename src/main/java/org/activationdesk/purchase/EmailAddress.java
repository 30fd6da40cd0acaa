package org.activationdesk.purchase;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** One e-mail address that is safe to hand to a mail server: no display name, no list, no quoting, no address literal. */
public record EmailAddress(String value) {
    /** The dot-atom of RFC 5322 before the {@code @}, a host name of at least two labels behind it. */
    private static final Pattern FORM = Pattern.compile("[\\w!#$%&'*+/=?^`{|}~-]+(\\.[\\w!#$%&'*+/=?^`{|}~-]+)*"
            + "@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    private static final int LONGEST = 254;
    /** Of what stands before the {@code @}, by RFC 5321. */
    private static final int LONGEST_LOCAL_PART = 64;

    /** Reads an address; an international domain is kept in its ASCII form, so that look-alikes can be told apart. */
    public static Optional<EmailAddress> of(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1 || at > LONGEST_LOCAL_PART) {
            return Optional.empty();
        }
        return asciiDomain(text.substring(at + 1))
                .map(domain -> text.substring(0, at) + "@" + domain)
                .filter(address -> address.length() <= LONGEST)
                .filter(address -> FORM.matcher(address).matches())
                .map(EmailAddress::new);
    }

    /**
     * The ASCII form of a domain in lower case, or nothing where the text is no domain. Java knows IDNA of 2003, for which
     * {@code weiß.example} is {@code weiss.example}: another domain, of somebody else. So only a domain that its ASCII form
     * gives back unchanged is taken; all others have to be written as {@code xn--...}.
     */
    public static Optional<String> asciiDomain(String text) {
        String domain = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        try {
            String ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
            boolean same = ascii.equals(domain) || IDN.toUnicode(ascii).equals(domain);
            return same && FORM.matcher("a@" + ascii).matches() ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }

    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }
}
