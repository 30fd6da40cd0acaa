/** Working days and the time of day of each country. */
package org.activationdesk.calendar;
