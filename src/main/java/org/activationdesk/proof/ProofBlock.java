package org.activationdesk.proof;

import java.util.List;

/**
 * A part of a proof, as page and paper show it.
 *
 * @param kind {@code heading}, {@code paragraph}, {@code note}, {@code quote}, {@code facts} or {@code table}
 * @param text of headings, paragraphs and notes
 * @param language that a quote is written in
 * @param lines the paragraphs of a quote, or the heads of a table's columns
 * @param rows the cells of a table, or label and value of each fact
 */
public record ProofBlock(String kind, String text, String language, List<String> lines, List<List<String>> rows) {
    static ProofBlock heading(String text) {
        return of("heading", text);
    }

    static ProofBlock paragraph(String text) {
        return of("paragraph", text);
    }

    /** A paragraph in small letters. */
    static ProofBlock note(String text) {
        return of("note", text);
    }

    static ProofBlock quote(String language, List<String> paragraphs) {
        return new ProofBlock("quote", null, language, paragraphs, List.of());
    }

    static ProofBlock facts(List<List<String>> facts) {
        return new ProofBlock("facts", null, null, List.of(), facts);
    }

    static ProofBlock table(List<String> heads, List<List<String>> rows) {
        return new ProofBlock("table", null, null, heads, rows);
    }

    private static ProofBlock of(String kind, String text) {
        return new ProofBlock(kind, text, null, List.of(), List.of());
    }
}
