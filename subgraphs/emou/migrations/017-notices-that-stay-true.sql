-- Until when a notice's words are true; null: they stay true. Reminders of a moment that has passed are not sent.
ALTER TABLE notice ADD COLUMN true_until timestamptz;
