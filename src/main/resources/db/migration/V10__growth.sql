-- What lists and the follow-up look for stays quick to find while the tables grow.

-- The newest orders of a partner.
create index purchase_by_partner on purchase (partner_id, received_at desc, order_number);

-- Orders of which another partner than the seller takes care; there are few.
create index activation_passed_on on activation (partner_id) where partner_id <> split_part(order_key, '/', 1);

-- What has not ended.
create index activation_open on activation (order_key) where ended_at is null;
