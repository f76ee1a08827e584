-- Brands are written by users' verbs, so a change to one can be undone.
ALTER TABLE brand ADD COLUMN change_id uuid DEFAULT nullif(current_setting('chorale.change', true), '')::uuid;
