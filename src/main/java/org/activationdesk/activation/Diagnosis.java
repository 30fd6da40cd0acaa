package org.activationdesk.activation;

/**
 * Why somebody has no mail.
 *
 * @param problem F1 to F9, as in the list of problems
 * @param owner who can mend it: partner, administrator or desk
 * @param nextStep what they do; its sentence is {@code diagnosis.<nextStep>} in the message bundles
 */
public record Diagnosis(String problem, String owner, String nextStep) {}
