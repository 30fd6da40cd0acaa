/**
 * The record of each activation and every rule about it: the link, who may take it on, acceptance, renewal, the timeline.
 * Knows the process only as {@link org.activationdesk.activation.ActivationProcess}, which the process room implements.
 */
package org.activationdesk.activation;
