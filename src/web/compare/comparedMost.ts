/** A table of more columns is no comparison any more. */
export const COMPARED_MOST = 10;
