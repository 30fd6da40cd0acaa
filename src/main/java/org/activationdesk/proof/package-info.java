/** The proof that an activation has come to its good end: what it says, its paper, its signature, and the pack of them all. */
package org.activationdesk.proof;
