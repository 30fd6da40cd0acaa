package org.activationdesk.followup;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * When the desk follows up.
 *
 * @param cycle how often it looks for what is due, as an ISO 8601 repetition
 * @param jobTime how long one job mails before another goes on; far below the lock time of a job
 */
@ConfigurationProperties(prefix = "activation.follow-up", ignoreUnknownFields = false)
public record FollowUpSettings(String cycle, Duration jobTime) {}
