import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from "@tanstack/react-router";
import { hasBegun } from "./doors/history.ts";
import type { FindAddress } from "./find/findAddress.ts";
import { NotFound } from "./shell/NotFound.tsx";
import { Shell } from "./shell/Shell.tsx";

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const start = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: async () => {
    const page = (await hasBegun("main")) ? "sense" : "start";
    throw redirect({ to: `/$workspace/${page}`, params: { workspace: "main" } });
  },
});

const page = <Path extends string>(path: Path, load: () => Promise<Record<string, unknown>>, name: string) =>
  createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load as never, name) });

const finder = createRoute({
  getParentRoute: () => root,
  path: "/$workspace/finder",
  validateSearch: ({ brief }: Readonly<Record<string, unknown>>): { readonly brief?: string } =>
    typeof brief === "string" ? { brief } : {},
  component: lazyRouteComponent(() => import("./finder/FinderPage.tsx"), "FinderPage"),
});

const judge = createRoute({
  getParentRoute: () => root,
  path: "/$workspace/judge",
  validateSearch: ({
    run,
    list,
    brief,
  }: Readonly<Record<string, unknown>>): {
    readonly run?: string;
    readonly list?: string;
    readonly brief?: string;
  } => ({
    ...(typeof run === "string" ? { run } : {}),
    ...(typeof list === "string" ? { list } : {}),
    ...(typeof brief === "string" ? { brief } : {}),
  }),
  component: lazyRouteComponent(() => import("./judge/JudgePage.tsx"), "JudgePage"),
});

/** Lists of one brand, and a brief begun for one, say so in their address. */
const ofBrand = <Path extends string>(
  path: Path,
  load: () => Promise<Record<string, unknown>>,
  name: string,
) =>
  createRoute({
    getParentRoute: () => root,
    path,
    validateSearch: ({ brand }: Readonly<Record<string, unknown>>): { readonly brand?: string } =>
      typeof brand === "string" ? { brand } : {},
    component: lazyRouteComponent(load as never, name),
  });

const compare = createRoute({
  getParentRoute: () => root,
  path: "/$workspace/compare",
  validateSearch: ({ ids }: Readonly<Record<string, unknown>>): { readonly ids?: string } =>
    typeof ids === "string" ? { ids } : {},
  component: lazyRouteComponent(() => import("./compare/ComparePage.tsx"), "ComparePage"),
});

/** A search lives in its address, so that it can be sent and the way back leads through it. */
const creators = createRoute({
  getParentRoute: () => root,
  path: "/$workspace/creators",
  validateSearch: (search: Readonly<Record<string, unknown>>) => search as FindAddress,
  component: lazyRouteComponent(() => import("./creators/CreatorsPage.tsx"), "CreatorsPage"),
});

const tree = root.addChildren([
  start,
  page("/$workspace/start", () => import("./start/StartPage.tsx"), "StartPage"),
  page("/$workspace/sense", () => import("./sense/SensePage.tsx"), "SensePage"),
  creators,
  page("/$workspace/creators/$creatorId", () => import("./creators/CreatorPage.tsx"), "CreatorPage"),
  page("/$workspace/lists", () => import("./lists/ListsPage.tsx"), "ListsPage"),
  page("/$workspace/lists/$listId", () => import("./lists/ListPage.tsx"), "ListPage"),
  page("/$workspace/searches", () => import("./searches/SavedSearchesPage.tsx"), "SavedSearchesPage"),
  page("/$workspace/duplicates", () => import("./kept/DuplicatesPage.tsx"), "DuplicatesPage"),
  compare,
  finder,
  judge,
  ofBrand("/$workspace/briefs", () => import("./briefs/BriefsPage.tsx"), "BriefsPage"),
  ofBrand("/$workspace/briefs/$briefId", () => import("./briefs/BriefPage.tsx"), "BriefPage"),
  ofBrand("/$workspace/plans", () => import("./plans/PlansPage.tsx"), "PlansPage"),
  page("/$workspace/plans/$planId", () => import("./plans/PlanPage.tsx"), "PlanPage"),
  page("/$workspace/brands", () => import("./brands/BrandsPage.tsx"), "BrandsPage"),
  page("/$workspace/programmes", () => import("./programmes/ProgrammesPage.tsx"), "ProgrammesPage"),
  page(
    "/$workspace/programmes/$programmeId",
    () => import("./programmes/ProgrammePage.tsx"),
    "ProgrammePage",
  ),
  page(
    "/$workspace/programme-runs/$runId",
    () => import("./programmes/ProgrammeRunPage.tsx"),
    "ProgrammeRunPage",
  ),
  page(
    "/$workspace/programme-plans/$planId",
    () => import("./programmes/ProgrammePlanPage.tsx"),
    "ProgrammePlanPage",
  ),
  page("/$workspace/history", () => import("./history/HistoryPage.tsx"), "HistoryPage"),
  page("/$workspace/assumptions", () => import("./assumptions/AssumptionsPage.tsx"), "AssumptionsPage"),
  page("/$workspace/plan-runs/$runId", () => import("./plans/PlanRunPage.tsx"), "PlanRunPage"),
]);

export const router = createRouter({ routeTree: tree, scrollRestoration: true });

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
