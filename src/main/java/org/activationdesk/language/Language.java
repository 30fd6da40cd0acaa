package org.activationdesk.language;

import java.util.Locale;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;

/** The languages of the desk. */
public enum Language {
    EN("en", Locale.UK),
    NL("nl", Locale.forLanguageTag("nl-NL"));

    private final String code;
    private final Locale locale;

    Language(String code, Locale locale) {
        this.code = code;
        this.locale = locale;
    }

    /** ISO 639-1, in lower case: what stands in the database, in addresses and in the names of forms. */
    public String code() {
        return code;
    }

    public Locale locale() {
        return locale;
    }

    public static Optional<Language> of(String code) {
        return EN.code.equals(code) ? Optional.of(EN) : NL.code.equals(code) ? Optional.of(NL) : Optional.empty();
    }

    /** The desk's language for a reader's locale: Dutch for Dutch, English for everybody else. */
    public static Language of(Locale locale) {
        return of(locale.getLanguage()).orElse(EN);
    }

    /** The language of whoever reads the answer to the request at hand; empty in a job, which nobody reads. */
    public static Optional<Language> ofReader() {
        return LocaleContextHolder.getLocaleContext() == null
                ? Optional.empty()
                : Optional.of(of(LocaleContextHolder.getLocale()));
    }
}
