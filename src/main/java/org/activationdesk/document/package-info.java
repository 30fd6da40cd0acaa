/** Documents for people: tagged PDF, from templates where the text is long, line by line where there are many. */
package org.activationdesk.document;
