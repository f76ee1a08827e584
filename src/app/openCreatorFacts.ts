import { readLevelRule } from "#connectors/data/readLevelRule";
import type { Account } from "#core/catalog/creator";
import { MentionFinder } from "#core/catalog/mentions";
import { type LevelVerdict, levelFacts, professionalLevel } from "#core/catalog/professionalLevel";
import type { SponsoredShare } from "#core/catalog/sponsoredShare";
import { onTopic, type TopicDepth, topicDepth } from "#core/catalog/topicDepth";
import { dayOf } from "#core/period";
import { selectBrandsWithAliases } from "#storage/brandAliases";
import { collaborationsOf, type StoredCollaboration } from "#storage/collaborations";
import { selectContacts } from "#storage/contacts";
import { loadCreators } from "#storage/creators";
import { type CustomerMatch, customerMatchesOf } from "#storage/customers";
import type { House } from "./house.ts";
import { houseReference } from "./houseReference.ts";
import { creatorThere } from "./keepOfCreator.ts";

/** What people search creators by, of one creator, each with what it was told from. */
export interface CreatorFacts {
  /** Whether there is a brand of ours to be mentioned. */
  readonly hasBrands: boolean;
  readonly customer: readonly (CustomerMatch & { readonly source: string })[];
  readonly accounts: readonly AccountFacts[];
}

export interface AccountFacts {
  readonly accountId: string;
  readonly level: LevelVerdict;
  readonly sponsored: SponsoredShare;
  readonly collaborations: readonly StoredCollaboration[];
  /** The newest, at most MENTIONS_SHOWN. */
  readonly mentions: readonly ShownMention[];
  readonly depths: readonly { readonly topic: string; readonly depth: TopicDepth }[];
}

export interface ShownMention {
  readonly brand: string;
  readonly said: string;
  readonly where: "tag" | "caption";
  readonly unpaid: true | null;
  readonly postKey: string;
  readonly postedOn: string;
}

const MENTIONS_SHOWN = 20;
/** The span on a topic is of these; more than most people publish in ten years. */
const POSTS_READ = 2000;

/** `topic` is one more to measure, a topic of the lexicon or any word. Throws not-found. */
export async function openCreatorFacts(
  house: House,
  id: string,
  topic: string | null = null,
): Promise<CreatorFacts> {
  const { db, workspaceId } = house;
  const creatorId = await creatorThere(house, id);
  const accounts = (await loadCreators(db, workspaceId, [creatorId], POSTS_READ)).flatMap(
    (creator) => creator.accounts,
  );
  const accountIds = accounts.map((account) => account.id);
  const [contacts, collaborations, brands, customer] = await Promise.all([
    selectContacts(db, workspaceId, creatorId),
    collaborationsOf(db, workspaceId, accountIds),
    selectBrandsWithAliases(db, workspaceId),
    customerMatchesOf(db, workspaceId, [creatorId]),
  ]);
  const lexicon = (await houseReference(house)).topics;
  const wordsOf = (asked: string) => {
    const slug = lexicon.topicOf(asked) ?? asked;
    const words = lexicon.wordsOf(slug);
    return { topic: slug, words: words.length > 0 ? words : [asked] };
  };
  const rule = readLevelRule();
  const finder = new MentionFinder(brands);
  const holders = contacts.map(({ holder }) => holder);
  const factsOf = (account: Account): AccountFacts => {
    const facts = levelFacts(account, holders, rule);
    const topics = topic === null ? account.topics : [topic];
    return {
      accountId: account.id,
      level: professionalLevel(facts, rule),
      sponsored: facts.sponsored,
      collaborations: collaborations.get(account.id) ?? [],
      mentions: finder
        .mentionsIn(account.posts)
        .slice(0, MENTIONS_SHOWN)
        .map(({ post, ...mention }) => ({
          ...mention,
          postKey: post.externalKey,
          postedOn: dayOf(post.postedAtMs),
        })),
      depths: topics.map(wordsOf).map((asked) => ({
        topic: asked.topic,
        depth: topicDepth(account.posts, onTopic(asked.words)),
      })),
    };
  };
  return { hasBrands: brands.length > 0, customer, accounts: accounts.map(factsOf) };
}
