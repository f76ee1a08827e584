-- The deals of the trade: more kinds of pay, and what a quote says beyond its price (guaranteed views, pieces, months, usage
-- rights, exclusivity, booking route …), a document since most quotes say none of it.
ALTER TABLE rate DROP CONSTRAINT rate_deal_check;
ALTER TABLE rate ADD CONSTRAINT rate_deal_check CHECK (deal IN
  ('flat', 'gifted', 'commission', 'slot', 'guaranteed', 'view', 'click', 'lead', 'package', 'retainer', 'trip'));
ALTER TABLE rate ADD COLUMN terms jsonb;
