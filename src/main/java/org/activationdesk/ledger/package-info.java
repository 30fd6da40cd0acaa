/** What one transaction writes into the record waits here, and goes to the database together. */
package org.activationdesk.ledger;
