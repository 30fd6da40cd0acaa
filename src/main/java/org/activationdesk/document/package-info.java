/** Documents for people: tagged PDF, made of templates. */
package org.activationdesk.document;
