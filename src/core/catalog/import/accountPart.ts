import { sentence } from "#core/sentence";
import { type ProfileAddress, profileAddress } from "../paste/profileAddress.ts";
import type { AccountPart } from "./catalogRow.ts";
import { slugOf } from "./detectPlatform.ts";
import { handleText, isHandle } from "./handle.ts";
import { readWords } from "./listText.ts";
import type { RowCells } from "./rowCells.ts";
import type { RowContext } from "./rowContext.ts";

/** The account a row speaks of. A row must name it by handle, id or name, in that order of preference. */
export function readAccount(cells: RowCells, context: RowContext): AccountPart {
  const platform = readPlatform(cells, context);
  const address = readAddress(cells, context, platform);
  const externalId = cells.text("externalId") ?? address?.id ?? null;
  const handle = readHandle(cells, context) ?? address?.handle ?? null;
  const displayName = cells.text("displayName");
  if (externalId === null && handle === null && displayName === null) refuseNameless(cells);
  if (externalId !== null && !isHandle(externalId))
    cells.refuse(cells.bindings("externalId")[0], externalId, sentence("catalog.rule.handle"));
  return {
    platform,
    handle: handle ?? (externalId === null && displayName !== null ? handleText(displayName) : null),
    externalId,
    displayName,
    ...readPlace(cells, context),
    language: cells.text("language"),
    bio: cells.text("bio"),
    topics: readTopics(cells, context),
  };
}

function readHandle(cells: RowCells, { pasteForms }: RowContext): string | null {
  const [cell] = cells.known("handle");
  if (!cell || profileAddress(cell.text, pasteForms) !== null) return null;
  const handle = handleText(cell.text);
  return isHandle(handle) ? handle : cells.refuse(cell.binding, cell.text, sentence("catalog.rule.handle"));
}

// The address of a profile names the account where the row does not; one of another platform says nothing of this account.
function readAddress(cells: RowCells, { pasteForms }: RowContext, platform: string): ProfileAddress | null {
  for (const { text } of [...cells.known("handle"), ...cells.known("profileLink")]) {
    const address = profileAddress(text, pasteForms);
    if (address !== null && address !== "other" && address.platform === platform) return address;
  }
  return null;
}

function refuseNameless(cells: RowCells): void {
  const binding = (["handle", "externalId", "displayName"] as const).flatMap((field) =>
    cells.bindings(field),
  )[0];
  cells.refuse(binding, "", sentence("catalog.rule.nameless"));
}

function readPlatform(cells: RowCells, context: RowContext): string {
  if (context.platform !== null) return context.platform;
  const [cell] = cells.known("platform");
  const { platforms } = context.reference;
  const slug = cell ? slugOf(cell.text, platforms) : (cells.platformOfAddress(platforms)?.slug ?? null);
  if (slug === null)
    cells.refuse(
      cell?.binding ?? cells.bindings("platform")[0],
      cell?.text ?? "",
      sentence("catalog.rule.platform"),
    );
  return slug ?? "";
}

// Platforms show a place that is a country abroad and a province at home: 美国, 浙江.
function readPlace(
  cells: RowCells,
  { reference }: RowContext,
): { country: string | null; city: string | null } {
  const city = cells.text("city");
  const known = city === null ? null : reference.cities.cityOf(city);
  const [cell] = cells.known("country");
  if (!cell) return { country: known?.country ?? null, city: known?.slug ?? city };
  const region = reference.cities.regionOf(cell.text);
  const country =
    reference.cities.countryOf(cell.text) ??
    region?.country ??
    reference.cities.cityOf(cell.text)?.country ??
    null;
  if (country === null && region === null)
    cells.refuse(cell.binding, cell.text, sentence("catalog.rule.country"));
  return { country, city: known?.slug ?? city };
}

function readTopics(cells: RowCells, { reference }: RowContext): readonly string[] {
  const words = cells.known("topics").flatMap(({ text }) => readWords(text));
  return [...new Set(words.map((word) => reference.topics.topicOf(word) ?? word))];
}
