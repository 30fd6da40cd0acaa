package org.activationdesk.problem;

/** Where the remedies are kept; the process room implements it with the table {@code processes/problem-remedy.dmn}. */
@FunctionalInterface
public interface Remedies {
    /**
     * The remedy that is in force now.
     *
     * @param before how often the same problem was reported for this activation before
     * @param administratorKnown whether there is an administrator who can be advised
     */
    Remedy of(KnownProblem problem, int before, boolean administratorKnown);
}
