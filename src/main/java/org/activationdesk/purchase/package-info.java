/** What was bought: intake of purchases, the agreement register and its contacts. */
package org.activationdesk.purchase;
