/** Mails of the desk: composing them from templates, handing them to the mail server, and the record of each. */
package org.activationdesk.mail;
