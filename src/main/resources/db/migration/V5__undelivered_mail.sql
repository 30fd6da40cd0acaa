-- The follow-up looks for questions that did not reach the partner; few mails fail.
create index mail_undelivered on mail (order_key) where state in ('BOUNCED', 'FAILED');
