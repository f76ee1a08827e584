/**
 * How many times a token counts for standing in a field of a creator: whole multiples, so that the weighted frequency
 * stays a small integer in the postings. A topic is a statement about the whole account; a caption about one post.
 * Chorale judgement.
 */
export const FIELD_WEIGHTS = {
  name: 3,
  handle: 3,
  topics: 4,
  bio: 2,
  hashtags: 1,
  captions: 1,
} as const;
export type SearchField = keyof typeof FIELD_WEIGHTS;

/** A weighted frequency above this is held as this: one byte of a posting. BM25 has long saturated there. */
export const FREQUENCY_MAX = 255;
