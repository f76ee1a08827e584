import { describe, expect, it } from "vitest";
import type { Mapping } from "#core/catalog/import/mapping";
import { onInstagram, open } from "./openCatalogFile.fixture.ts";

describe("rows", () => {
  it("take the exact one of two columns with one name", async () => {
    const { rows } = await open("handle,followers,followers\na,409.8M,409812345\nb,1.2K,\n", onInstagram);
    expect(rows.map((row) => row.snapshots[0]?.followers)).toEqual([409_812_345, 1200]);
  });

  it("say what line, column, value and rule refused them", async () => {
    const { rejects, rows } = await open(
      [
        "handle,followers,post price (EUR),female,male,country,category",
        "fine,12,300,60%,40%,FR,food",
        "count,12.5,300,,,,",
        "negative,12,-300,,,,",
        "share,12,,120%,,,",
        "sum,12,,80,60,,",
        "place,12,,,,Atlantis,",
        "short,12",
        "long,12,,,,,,surplus",
        ",12,,,,,",
        "FINE,13,,,,,",
        "@fine,12,300,60%,40%,FR,food",
      ].join("\n"),
      onInstagram,
    );
    expect(rejects).toEqual([
      [3, "followers", "12.5", "count"],
      [4, "post price (EUR)", "-300", "price"],
      [5, "female", "120%", "share"],
      [6, "female", "140 %", "shareSum"],
      [7, "country", "Atlantis", "country"],
      [8, "", "12", "cellCount"],
      [9, "", "surplus", "cellCount"],
      [10, "handle", "", "nameless"],
      [11, "handle", "FINE", "repeated"],
    ]);
    expect(rows).toHaveLength(1);
  });

  it("count a repeat with equal figures as the same", async () => {
    expect(await open("handle,followers,rank\na,12,1\n@A,12,2\n", onInstagram)).toMatchObject({
      repeated: 1,
      rejects: [],
    });
  });

  it("price nothing without a quote, and ask for a currency", async () => {
    const { rows, rejects } = await open(
      "handle,deliverable,price,currency\na,reel,500-800,EUR\nb,reel,300,XXQ\nc,reel,0,EUR\nd,reel,,EUR\ne,reel,300,\nf,billboard,300,EUR\n",
      onInstagram,
    );
    expect(rows.flatMap((row) => row.rates)).toMatchObject([
      { deliverable: "reel", priceMinor: 50_000, priceMaxMinor: 80_000, qualifier: "range" },
    ]);
    expect(rejects.map(([line, , , rule]) => [line, rule])).toEqual([
      [3, "currency"],
      [4, "noPrice"],
      [5, "noPrice"],
      [6, "currencyMissing"],
      [7, "deliverable"],
    ]);
  });

  it("take a price's currency from the cell, a column, the header, the mapping, and mark what is only assumed", async () => {
    const priced = async (text: string, given: Parameters<typeof open>[1]) =>
      (await open(text, given)).rows.flatMap((row) =>
        row.rates.map(({ priceMinor, currency, source }) => [priceMinor, currency, source.method]),
      );
    const onXiaohongshu = { platform: "xiaohongshu" };
    expect(await priced("handle,note price\na,¥60\nb,60元\nc,€60\nd,60\n", onXiaohongshu)).toEqual([
      [6000, "CNY", "measured"],
      [6000, "CNY", "measured"],
      [6000, "EUR", "measured"],
      [6000, "CNY", "assumed"],
    ]);
    expect(await priced("handle,country,post price\na,,$500\nb,HK,$500\nc,,¥500\n", onInstagram)).toEqual([
      [50_000, "USD", "assumed"],
      [50_000, "HKD", "measured"],
      [50_000, "CNY", "assumed"],
    ]);
    expect(await priced("handle,post price (€)\na,500\n", onInstagram)).toEqual([
      [50_000, "EUR", "measured"],
    ]);
    const euro = { ...onInstagram, mapping: { currency: "EUR" } };
    expect(await priced("handle,price,currency\na,5,\nb,5,GBP\n", euro)).toEqual([
      [500, "EUR", "measured"],
      [500, "GBP", "measured"],
    ]);
  });

  it("keep the row and say so where nothing tells a price's currency", async () => {
    const { rows, rejects } = await open(
      "name,followers,price\namber kiln,1200,300\nslow oven,900,\n",
      onInstagram,
    );
    expect(rejects).toEqual([]);
    expect(rows.map((row) => [row.snapshots[0]?.followers, row.rates.length])).toEqual([
      [1200, 0],
      [900, 0],
    ]);
    expect(rows.map((row) => row.notes)).toMatchObject([
      [{ column: "price", rule: { key: "catalog.rule.currencyMissing" } }],
      [],
    ]);
  });

  it.each([
    "female %",
    "% female",
    "Female",
    "Female (%)",
    "male %",
    "Audience female %",
    "women %",
    "女性占比",
    "女粉比例",
    "女粉丝占比",
    "男粉占比",
  ])("refuse 120 in a column named %s", async (header) => {
    const { rejects } = await open(`handle,followers,${header}\na,12,60\nb,12,120\n`, onInstagram);
    expect(rejects).toEqual([[3, header, "120", "share"]]);
  });

  it("read an age group whose header says that it is a share", async () => {
    const { rows } = await open(
      "handle,18-24 %,粉丝年龄25-34占比,age 35-44 share\na,50,30,10\n",
      onInstagram,
    );
    expect(rows[0]?.audience.map(({ key, shareBp }) => [key, shareBp])).toEqual([
      ["18-24", 5000],
      ["25-34", 3000],
      ["35-44", 1000],
    ]);
  });

  it("refuse figures that no creator has, and keep a small account that went viral", async () => {
    const { rows, rejects } = await open(
      [
        "handle,followers,avg views,engagement rate,engagement by views",
        "viral,1000,900000,250%,12%",
        "slip,1000,99999999,5%,5%",
        "mixed,1000,500,5%,140%",
        "thousandfold,1000,500,1200%,5%",
      ].join("\n"),
      onInstagram,
    );
    expect(rows.map((row) => row.account.handle)).toEqual(["viral"]);
    expect(rejects).toEqual([
      [3, "avg views", "99999999", "viewsImplausible"],
      [4, "engagement by views", "140%", "share"],
      [5, "engagement rate", "1200%", "share"],
    ]);
  });

  it("average the last 90 days before 180 and all posts, and say which", async () => {
    const header =
      "handle,fans,note_count,liked_count,comment_count,note_count_90,liked_90,comment_90,note_count_180,liked_180,comment_180";
    const { rows } = await open(
      [
        header,
        "lately,1000,100,5000,400,10,200,40,20,900,90",
        "seldom,1000,100,5000,400,2,200,40,4,900,90",
        "long ago,1000,100,5000,400,0,0,0,1,900,90",
      ].join("\n"),
      { platform: "xiaohongshu" },
    );
    const found = rows.map(({ snapshots }) =>
      snapshots.flatMap(({ likesAvg, engagementsAvg, source }) =>
        likesAvg === null ? [] : [[likesAvg, engagementsAvg, source.source, source.method]],
      ),
    );
    expect(found).toEqual([
      [[20, 24, "list.csv (90 d)", "measured"]],
      [[225, 247.5, "list.csv (180 d)", "measured"]],
      [[50, 54, "list.csv", "measured"]],
    ]);
  });

  it("keep what stands under headers that mean nothing, within bounds", async () => {
    const many = Array.from({ length: 80 }, (_, i) => `own ${i}`);
    const long = "x".repeat(500);
    const { rows, file } = await open(
      `handle,followers,Grade,grade,Note,reject_rule,${many.join()}\na,12,B,-,${long},why,${many.join()}\nb,,C,,,,${many.map(() => "")}\n`,
      { ...onInstagram, mapping: { columns: { "own 0": null } } },
    );
    const extra = rows[0]?.snapshots[0]?.extra ?? {};
    expect(Object.keys(extra)).toHaveLength(59);
    expect(extra).toMatchObject({ Grade: "B", Note: "x".repeat(200), "own 1": "own 1" });
    expect(extra).not.toHaveProperty("own 0");
    expect(extra).not.toHaveProperty("reject_rule");
    expect(rows[1]?.snapshots).toMatchObject([{ followers: null, extra: { Grade: "C" } }]);
    expect(file.ignored).toContain("Grade");
  });

  it("read objects of JSON that bring different keys", async () => {
    const records = [
      { handle: "aa", followers: 1 },
      { handle: "bb", followers: 2 },
      { handle: "cc", followers: 3, bio: "late" },
    ];
    for (const text of [
      JSON.stringify(records),
      records.map((record) => JSON.stringify(record)).join("\n"),
    ]) {
      const { rows, rejects } = await open(text, { ...onInstagram, name: "list.json" });
      expect(rejects).toEqual([]);
      expect(rows.map((row) => row.account.bio)).toEqual([null, null, "late"]);
    }
  });

  it("call a vendor's floor at most, from the layout or the mapping file", async () => {
    const vendor = await open("小红书号,图文报价(RMB)\na,10\nb,20\n");
    expect(vendor.rows.flatMap((row) => row.rates)).toMatchObject([
      { qualifier: "le", priceMinor: 1000, currency: "CNY", source: { method: "estimated" } },
      { qualifier: "eq", priceMinor: 2000 },
    ]);
    const own = await open("handle,reel price\na,50\nb,60\n", {
      ...onInstagram,
      mapping: { currency: "USD", floors: { reel: 50 } },
    });
    expect(own.rows.flatMap((row) => row.rates.map((rate) => rate.qualifier))).toEqual(["le", "eq"]);
  });

  it("keep a ranking that is cut off censored and a whole one exact", async () => {
    const { rows } = await open(
      'handle,audience countries,地域分布\na,"US 60%, FR 40%","1 广东 8.5%\n2 海外 5%\n3 广州 3%"\n',
      onInstagram,
    );
    expect(
      rows[0]?.audience.map(({ dimension, key, shareBp, qualifier }) => [dimension, key, shareBp, qualifier]),
    ).toEqual([
      ["country", "US", 6000, "eq"],
      ["country", "FR", 4000, "eq"],
      ["region", "guangdong", 850, "censored"],
      ["region", "overseas", 500, "censored"],
      ["city", "guangzhou", 300, "censored"],
    ]);
  });

  it("decide between percent and fractions by the column, for an audience by all its columns", async () => {
    const { rows } = await open("handle,er,age 18-24,age 65+\na,0.05,61.5,0.9\nb,0.9,20,0.4\n", onInstagram);
    expect(rows.map((row) => row.snapshots[0]?.engagementByFollowersBp)).toEqual([500, 9000]);
    expect(rows[0]?.audience.map((share) => share.shareBp)).toEqual([6150, 90]);
  });

  it("follow a mapping file before the headers", async () => {
    const mapping: Mapping = {
      columns: { who: "handle", fans: null, weight: "followers", grade: "extra.grade" },
      source: { label: "Spring fair", method: "estimated", trust: "C", observedOn: "2026-01-15" },
    };
    const { rows, file } = await open("who,fans,weight,grade\na,1,2,B\n", { ...onInstagram, mapping });
    expect(rows[0]?.snapshots).toMatchObject([
      {
        followers: 2,
        observedOn: "2026-01-15",
        extra: { grade: "B" },
        source: { method: "estimated", source: "Spring fair", trust: "C" },
      },
    ]);
    expect(file.ignored).toEqual(["fans"]);
  });

  it("keep what a row of posts says beside, as that of creators does", async () => {
    const { rows } = await open(
      "id,time,likes,Campaign,Grade\na,1564268443000,5,spring,B\na,1564268444000,6,,C\n",
      { platform: "xiaohongshu", as: "posts" },
    );
    expect(rows.map(({ post }) => post?.extra)).toEqual([{ Campaign: "spring", Grade: "B" }, { Grade: "C" }]);
  });

  it("read the posts of a platform by its own words, short videos by their length", async () => {
    const notes = await open(
      "id,type,time,likes,collects\na,normal,1564268443000,1.1万,3\na,hologram,1564268444000,1,1\n",
      { platform: "xiaohongshu" },
    );
    expect(notes.rows[0]?.post).toMatchObject({
      externalKey: "t1564268443000",
      format: "note",
      likes: 11_000,
      saves: 3,
      postedAtMs: 1_564_268_443_000,
    });
    expect(notes.rejects).toEqual([[3, "type", "hologram", "format"]]);
    const videos = await open(
      "channel_id,video_id,published_at,duration\nUC1,a,2026-01-01,PT59S\nUC1,b,2026-01-01,PT61S\nUC1,c,2026-01-01,P0D\n",
    );
    expect(videos.rows.map((row) => row.post?.format)).toEqual(["short", "video", "live"]);
  });
});
