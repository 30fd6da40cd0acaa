/** The guides: for each way to activate one text in each language, as a page and as a PDF. */
package org.activationdesk.guide;
