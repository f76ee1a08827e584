-- What a row of posts says beyond the columns that mean something here, kept as it came, as snapshot.extra is.
ALTER TABLE post_metric ADD COLUMN extra jsonb NOT NULL DEFAULT '{}';
