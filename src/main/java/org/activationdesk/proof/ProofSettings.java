package org.activationdesk.proof;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How proofs are signed.
 *
 * @param keys see {@link ProofKeys}
 */
@ConfigurationProperties("activation.proof")
record ProofSettings(String keys) {}
