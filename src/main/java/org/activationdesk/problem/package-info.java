/**
 * What goes wrong with an activation: who reported what, whose turn it is, what came of it. What is to be done about each
 * problem is a decision table, known here as {@link org.activationdesk.problem.Remedies}.
 */
package org.activationdesk.problem;
