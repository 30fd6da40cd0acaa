package org.activationdesk.proof;

import java.util.List;
import org.activationdesk.activation.Acceptance;
import org.activationdesk.activation.TimelineEntry;
import org.activationdesk.proof.ProofContents.MailLine;

/**
 * What has become of an activation, in the words of its proof.
 *
 * @param acceptance null where nobody has accepted a text
 * @param timeline oldest first
 * @param mails oldest first
 */
record ProofHistory(Acceptance acceptance, List<TimelineEntry> timeline, List<MailLine> mails) {}
