/**
 * What comes back after a mail has left: reading the bounce mailbox, telling what each message in it says, and passing that
 * on to the record. Like the pages, a door that leads in; nothing in here ever answers a message.
 */
package org.activationdesk.bounce;
