package org.activationdesk.purchase;

/**
 * What is wrong with one field.
 *
 * @param field where it stands, as in {@code contacts[0].email}
 * @param problem what is wrong and what to do about it
 */
public record FieldProblem(String field, String problem) {}
