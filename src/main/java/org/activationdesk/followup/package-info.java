/** When people are followed up: working days, hours of the day, and the cadence that a table decides. */
package org.activationdesk.followup;
