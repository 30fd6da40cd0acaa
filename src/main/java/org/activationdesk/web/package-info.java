/** What browsers and partners' systems see: the API, the pages behind the activation link, start page and guides. */
package org.activationdesk.web;
