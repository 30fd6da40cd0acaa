package org.activationdesk.proof;

/**
 * A file that somebody fetches.
 *
 * @param name in ASCII
 * @param type its media type
 */
public record ProofFile(String name, String type, byte[] bytes) {}
