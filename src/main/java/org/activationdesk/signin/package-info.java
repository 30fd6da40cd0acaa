/** Who signs in, what they may do in Tasklist, Cockpit and Admin, and which partner's system calls the API. */
package org.activationdesk.signin;
