/** Documents for people: tagged PDF, made of templates and of the texts of the message bundles. */
package org.activationdesk.document;
