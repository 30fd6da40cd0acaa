package org.activationdesk.purchase;

/** The words by which an order or agreement is found, in SQL; the functions of V18__lists.sql say what a word is. */
public final class SearchWords {
    private SearchWords() {}

    /** The words of some texts, of which any may be null. */
    static String of(String... texts) {
        return "search_words(concat_ws(' ', " + String.join("::text, ", texts) + "::text))";
    }

    /** The name of a partner. */
    public static String nameOf(String partner) {
        return "(select name from partner where id = " + partner + ")";
    }

    /** What contacts are called, and their addresses. */
    static String ofContacts() {
        return "array_to_string(:names::text[] || :emails::text[], ' ')";
    }

    /** Adds the words of some texts to those by which an order is found. Nothing is written where it has them. */
    public static String add(String orderKey, String... texts) {
        return """
                update purchase set words = words || added from (select %s as added) named
                where partner_id = split_part(%2$s, '/', 1) and order_number = split_part(%2$s, '/', 2)
                  and words || added <> words""".formatted(of(texts), orderKey);
    }
}
