import type { Brief } from "#core/brief/brief";
import type { Creator } from "#core/catalog/creator";
import { ChoraleError, type ErrorDetail } from "#core/errors";
import { nearestOf } from "#core/nearest";
import { type Sentence, sentence } from "#core/sentence";

/** Whom a brief's lists of creators mean, by creator id. */
export interface NamedCreators {
  readonly locked: ReadonlySet<string>;
  readonly excluded: ReadonlySet<string>;
  /** Names under `exclude` that nobody has. */
  readonly warnings: readonly Sentence[];
}

/**
 * A name is a creator's id, an account's id or "platform/handle" (also "platform:handle"); else a handle or display name,
 * which must belong to one creator alone to lock it and leaves out everybody who bears it. Throws bad-input, one detail
 * a name, for a lock that nobody answers to, several do, or that is excluded too.
 */
export function namedCreators(creators: readonly Creator[], lists: Brief["creators"]): NamedCreators {
  if (lists.lock.length + lists.exclude.length === 0)
    return { locked: new Set(), excluded: new Set(), warnings: [] };
  const directory = directoryOf(creators);
  const near = (name: string) => {
    const found = nearestOf(name, [...directory.exact.keys(), ...directory.loose.keys()]);
    return found === null ? [] : [sentence("plan.named.near", { name: found })];
  };
  const warnings: Sentence[] = [];
  const excluded = new Set<string>();
  for (const name of lists.exclude) {
    const found = named(directory, name);
    if (found.size === 0) warnings.push(sentence("plan.warn.excluded", { name, near: near(name) }));
    for (const id of found) excluded.add(id);
  }
  const locked = new Set<string>();
  const problems: ErrorDetail[] = [];
  lists.lock.forEach((name, i) => {
    const refuse = (rule: Sentence) => problems.push({ at: `creators.lock[${i}]`, rule, value: name });
    const [found, ...others] = named(directory, name);
    if (found === undefined) refuse(sentence("plan.named.unknown", { name, near: near(name) }));
    else if (others.length > 0) refuse(sentence("plan.named.several", { name, count: others.length + 1 }));
    else if (excluded.has(found)) refuse(sentence("plan.named.excluded", { name }));
    else locked.add(found);
  });
  refuseAll(problems);
  return { locked, excluded, warnings };
}

/** Throws bad-input for a lock on somebody of whom the brief can book nothing. */
export function refuseUnbookable(
  creators: readonly Creator[],
  locked: ReadonlySet<string>,
  bookable: ReadonlySet<string>,
): void {
  const missing = creators.filter(({ id }) => locked.has(id) && !bookable.has(id));
  refuseAll(
    missing.map(({ displayName }) => ({
      at: "creators.lock",
      rule: sentence("plan.named.nothing", { name: displayName }),
      value: displayName,
    })),
  );
}

function refuseAll(problems: readonly ErrorDetail[]): void {
  const [first] = problems;
  if (first) throw new ChoraleError("bad-input", first.rule, first.at, problems);
}

interface Directory {
  readonly exact: ReadonlyMap<string, ReadonlySet<string>>;
  readonly loose: ReadonlyMap<string, ReadonlySet<string>>;
}

function named({ exact, loose }: Directory, name: string): ReadonlySet<string> {
  return exact.get(name) ?? loose.get(name) ?? new Set();
}

function directoryOf(creators: readonly Creator[]): Directory {
  const exact = new Map<string, Set<string>>();
  const loose = new Map<string, Set<string>>();
  const add = (book: Map<string, Set<string>>, name: string, id: string) => {
    const known = book.get(name);
    if (known) known.add(id);
    else book.set(name, new Set([id]));
  };
  for (const { id, displayName, accounts } of creators) {
    add(exact, id, id);
    add(loose, displayName, id);
    for (const account of accounts) {
      add(exact, account.id, id);
      add(exact, `${account.platform}/${account.handle}`, id);
      add(exact, `${account.platform}:${account.handle}`, id);
      add(loose, account.handle, id);
    }
  }
  return { exact, loose };
}
