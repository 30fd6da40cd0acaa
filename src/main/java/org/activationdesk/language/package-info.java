/** The languages of the desk, and everything it says in them. */
package org.activationdesk.language;
