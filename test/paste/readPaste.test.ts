import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPasteForms } from "#connectors/data/readPasteForms";
import type { PastedIs, PastedLine } from "#core/catalog/paste/pastedLine";
import { isList, readPaste } from "#core/catalog/paste/readPaste";
import { Random } from "#core/random";

/** One form as it is pasted, with an invented handle: whose it is, or why that cannot be told. */
interface Form {
  readonly text: string;
  readonly platform?: string;
  readonly handle?: string;
  readonly followers?: number;
  readonly is?: PastedIs;
  /** What the reader chose for the block. */
  readonly chosen?: string;
}

const forms = readPasteForms();
const fixture = (name: string): Form[] =>
  JSON.parse(readFileSync(new URL(`${name}.fixture.json`, import.meta.url), "utf8"));
const tuned = fixture("tuned");
const heldOut = fixture("heldOut");

const nameOf = ({ account }: PastedLine) =>
  account?.handle ?? account?.externalId ?? account?.displayName ?? null;

function isRight(form: Form, said: readonly PastedLine[]): boolean {
  const [first] = said;
  if (said.length !== 1 || first === undefined || first.is !== (form.is ?? "account")) return false;
  if (form.is !== undefined && form.is !== "platform")
    return form.platform === undefined || first.site === form.platform;
  const isFollowers = form.followers === undefined || first.followers === form.followers;
  return first.account?.platform === (form.platform ?? null) && nameOf(first) === form.handle && isFollowers;
}

// biome-ignore-start lint/suspicious/noConsole: the share and every form that is not read are what the bar is about
function measure(name: string, list: readonly Form[], said: readonly (readonly PastedLine[])[]): number {
  const wrong = list.flatMap((form, i) => {
    const got = (said[i] ?? []).map((each) => `${each.is} ${each.site} ${nameOf(each)} ${each.followers}`);
    return isRight(form, said[i] ?? []) ? [] : [`  wrong: ${form.text}  →  ${got.join(" + ")}`];
  });
  const share = 1 - wrong.length / list.length;
  console.info(
    `${name}: ${list.length - wrong.length} of ${list.length} right (${(share * 100).toFixed(1)} %)`,
  );
  for (const line of wrong) console.info(line);
  return share;
}
// biome-ignore-end lint/suspicious/noConsole: as above

describe("a pasted line", () => {
  it.each([
    ["the forms it was made with", tuned],
    ["forms held out until it was made", heldOut],
  ] as const)("is read with the right platform, handle and followers: %s", (name, list) => {
    const said = list.map((form) => readPaste(form.text, forms, form.chosen ?? null));
    expect(list.length).toBeGreaterThanOrEqual(80);
    expect(measure(name, list, said)).toBeGreaterThanOrEqual(0.98);
  });

  it("is read as well among two hundred others, in any order", () => {
    const list = [...tuned, ...heldOut].filter((form) => form.chosen === undefined);
    const random = new Random(7);
    const order = list.map((form) => ({ form, at: random.uint32() })).sort((a, b) => a.at - b.at);
    const mixed = order.map(({ form }) => form);
    let line = 1;
    const starts = mixed.map(({ text }) => {
      const start = line;
      line += text.split("\n").length;
      return start;
    });
    const said = readPaste(mixed.map(({ text }) => text).join("\n"), forms);
    const ofForm = starts.map((start, i) =>
      said.filter(
        (each) => each.line >= start && each.line < (starts[i + 1] ?? line) && each.is !== "nothing",
      ),
    );
    const counted = mixed
      .map((form, i) => ({ form, said: ofForm[i] ?? [] }))
      .filter(({ form }) => form.is !== "nothing");
    expect(counted.length).toBeGreaterThan(200);
    const share = measure(
      "in one block",
      counted.map(({ form }) => form),
      counted.map((each) => each.said),
    );
    expect(share).toBeGreaterThanOrEqual(0.98);
  });
});

describe("a pasted block", () => {
  it("asks for the platform of a bare handle, takes the one that is chosen, and never guesses", () => {
    expect(readPaste("@one.spoon\n@two.spoon", forms).map(({ is }) => is)).toEqual(["platform", "platform"]);
    const chosen = readPaste("@one.spoon\ntwo.spoon\nTikTok @three.spoon", forms, "instagram");
    expect(chosen.map(({ account }) => account?.platform)).toEqual(["instagram", "instagram", "tiktok"]);
  });

  it("takes the platform of a heading for what stands under it", () => {
    const said = readPaste("Instagram:\n@one.spoon, 12k\n@two.spoon\n\n抖音达人\n@慢火小砂锅 粉丝3万", forms);
    expect(said.map(({ is }) => is)).toEqual(["heading", "account", "account", "heading", "account"]);
    expect(said.at(-1)).toMatchObject({ account: { platform: "douyin" }, followers: 30_000 });
  });

  it("reads two accounts of one line, each with its own figures", () => {
    const said = readPaste("Mia: IG @mia.moss 12k, TikTok @mia_moss 30k", forms);
    expect(said.map((each) => [each.account?.platform, nameOf(each), each.followers])).toEqual([
      ["instagram", "mia.moss", 12_000],
      ["tiktok", "mia_moss", 30_000],
    ]);
  });

  it("names the line that names the same creator before, whatever the case", () => {
    const said = readPaste("https://www.instagram.com/One.Spoon/\nIG @one.spoon 300 EUR per reel", forms);
    expect(said.map(({ sameAs }) => sameAs)).toEqual([null, 1]);
  });

  it("takes nothing of a poem, whether or not a platform is chosen", () => {
    const poems = [
      "床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。",
      "The fog comes in\non little feet,\nit waits @ the harbour\nand then\nmoves on",
    ];
    for (const poem of poems)
      for (const chosen of [null, "instagram", "xiaohongshu"]) {
        const said = readPaste(poem, forms, chosen);
        expect(said.filter(({ is }) => is !== "nothing")).toEqual([]);
        expect(isList(said)).toBe(false);
      }
  });

  it("takes a price with its deliverable, and leaves out one that could be for anything", () => {
    const [mail] = readPaste("Anna, IG @anna.of.ash, 12k, 300 EUR per reel", forms);
    expect(mail).toMatchObject({ followers: 12_000, offers: [{ deliverable: "reel", price: "300 EUR" }] });
    expect(mail?.account?.displayName).toBe("Anna");
    expect(readPaste("TikTok @muddy.maps 12.3k followers", forms)[0]?.account?.displayName).toBeNull();
    const [sheet] = readPaste("小红书 @野路面包房 粉丝1.2万 图文1500 视频3000元", forms);
    expect(sheet?.offers).toEqual([
      { deliverable: "note", price: "1500" },
      { deliverable: "video-note", price: "3000" },
    ]);
    const [open] = readPaste("IG @bea.of.birch, 8.9k, 200 EUR", forms);
    expect(open).toMatchObject({ followers: 8_900, offers: [], notes: [{ key: "paste.unclearPrice" }] });
  });

  it("marks followers that are said to be about so many", () => {
    expect(readPaste("IG @one.spoon ~12k followers", forms)[0]).toMatchObject({
      followers: 12_000,
      rough: true,
    });
    expect(readPaste("小红书 @野路面包房 粉丝约1.2万", forms)[0]).toMatchObject({
      followers: 12_000,
      rough: true,
    });
    // Two bare numbers: either could be the followers.
    expect(readPaste("IG @one.spoon, 12000, 4500", forms)[0]?.followers).toBeNull();
  });

  it("keeps its feet on any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        for (const { line } of readPaste(text, forms)) expect(line).toBeGreaterThan(0);
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});
