/** Whether the people that agreements name are still the right ones: which agreements hang on one person, and asking them. */
package org.activationdesk.agreement;
