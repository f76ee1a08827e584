/** The handle of the row that shows how a template is filled in; no platform's creator is imported under it. */
export const EXAMPLE_HANDLE = "chorale_example";

export const TEMPLATE_COLUMNS = [
  "platform",
  "handle",
  "name",
  "link",
  "country",
  "city",
  "topics",
  "followers",
  "views",
  "likes",
  "comments",
  "engagementRate",
  "female",
  "age18",
  "age25",
  "age35",
  "countries",
  "date",
  "currency",
  "imagePrice",
  "videoPrice",
  "storyPrice",
  "rebate",
  "notes",
] as const;

/** A column of the template; its words are `catalog.template.<column>.header`, `.says` and `.example`. */
export type TemplateColumn = (typeof TEMPLATE_COLUMNS)[number];

/** A creator is valid with these three alone; all else is assumed and marked so. */
export const TEMPLATE_NEEDS: readonly TemplateColumn[] = ["platform", "handle", "followers"];
