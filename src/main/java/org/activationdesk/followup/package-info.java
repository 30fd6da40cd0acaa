/** Following up what waits: reminders, escalations and the lapse of keys, at the cadence that a table decides. */
package org.activationdesk.followup;
