/** The ways to the database: what a transaction writes into the record waits here, and goes there together. */
package org.activationdesk.ledger;
