/** A table of names that a file gave. Without a prototype, so that a budget called "constructor" is absent when it is absent. */
export function recordOf<T>(entries: Iterable<readonly [string, T]>): Record<string, T> {
  return Object.assign(Object.create(null) as Record<string, T>, Object.fromEntries(entries));
}
