/** The partners that sell through the desk: who they are, whose tenant is theirs and which API client speaks for them. */
package org.activationdesk.partner;
