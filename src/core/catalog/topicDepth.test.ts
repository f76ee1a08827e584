import { describe, expect, it } from "vitest";
import { post, posts } from "./postFacts.fixture.ts";
import { onTopic, topicDepth } from "./topicDepth.ts";

const wine = onTopic(["wine", "red wine", "whisky", "葡萄酒", "红酒", "酒"]);

describe("depth on a topic", () => {
  it("counts posts whose tags or captions say a word of it, in either language", () => {
    const said = [
      { caption: "A Whisky from the coast" },
      { tags: ["RedWine", "红酒配餐"] },
      { tags: ["周末"], caption: "今天喝葡萄酒" },
      { caption: "Swine flu and twine" },
      { tags: ["coffee", "酒店"] },
      {},
    ];
    const depth = topicDepth(
      said.map((one, i) => post(i, one)),
      wine,
    );
    expect(depth).toMatchObject({
      shareBp: 6000,
      recentOnTopic: 3,
      recentReadable: 5,
      onTopic: 3,
      spanDays: 2,
    });
    expect([depth.firstOn, depth.lastOn]).toEqual(["2026-02-27", "2026-03-01"]);
  });

  it("is unknown where posts say nothing, not zero", () => {
    expect(topicDepth(posts(20, 3), wine)).toMatchObject({
      ...{ shareBp: null, recentReadable: 0, onTopic: 0, firstOn: null, spanDays: null },
      ...{ comments: { byViewsBp: null, posts: 0 }, saves: { byViewsBp: null, posts: 0 } },
    });
    expect(
      topicDepth(
        posts(20, 3, () => ({ tags: ["coffee"] })),
        wine,
      ),
    ).toMatchObject({
      shareBp: 0,
      recentReadable: 20,
    });
  });

  it("sums comments and saves over the views of the same posts, of at least three", () => {
    const on = [
      { tags: ["wine"], views: 1000, comments: 10, saves: 30 },
      { tags: ["wine"], views: 3000, comments: 10, saves: null },
      { tags: ["wine"], views: 0, comments: 5, saves: 5 },
      { tags: ["wine"], views: null, comments: 50, saves: 50 },
      { tags: ["wine"], views: 1000, comments: 5, saves: 20 },
      { tags: ["tea"], views: 10, comments: 10, saves: 10 },
    ];
    const depth = topicDepth(
      on.map((one, i) => post(i, one)),
      wine,
    );
    // 25 comments on 5,000 views.
    expect(depth.comments).toEqual({ byViewsBp: 50, posts: 3 });
    expect(depth.saves).toEqual({ byViewsBp: null, posts: 2 });
  });

  it("spans all known posts, while the share is of recent ones", () => {
    const long = [
      ...posts(6, 5, () => ({ tags: ["cooking"] })),
      post(700, { tags: ["wine"] }),
      post(10, { tags: ["wine"] }),
    ];
    expect(topicDepth(long, wine)).toMatchObject({ recentOnTopic: 1, onTopic: 2, spanDays: 690 });
  });
});
