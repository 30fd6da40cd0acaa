/** One class per service task: read the business key, call one capability, write at most one outcome. */
package org.activationdesk.process.task;
