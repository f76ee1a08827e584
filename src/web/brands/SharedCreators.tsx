import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { bookingsQuery } from "../doors/brands.ts";
import { download } from "../doors/download.ts";
import { useNames } from "../doors/names.ts";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { Waiting } from "../shell/Waiting.tsx";
import { useIsDemo, useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import { bookingsCsv } from "./bookingsCsv.ts";
import { conflictWords } from "./conflictWords.ts";

/** Creators in approved plans of several brands, those who may not be first. */
export function SharedCreators() {
  const words = useWords();
  const { t, date } = words;
  const names = useNames();
  const workspace = useWorkspace();
  const demo = useIsDemo();
  const bookings = useQuery(bookingsQuery(workspace));
  if (bookings.isPending) return <Waiting />;
  if (bookings.isError) return <ErrorNotice error={bookings.error} />;
  const { creators } = bookings.data;
  const take = () => {
    const csv = bookingsCsv(creators, words, names, demo ? t("demo.csv") : null);
    download(`${t("brands.shared")}.csv`, "text/csv", csv);
  };
  return (
    <section aria-labelledby="brands-shared" className="stack brand-bookings">
      <header>
        <h2 id="brands-shared">{t("brands.shared")}</h2>
        <p className="quiet">{t("brands.sharedSays")}</p>
      </header>
      {creators.length === 0 ? (
        <p>{t("brands.sharedNone")}</p>
      ) : (
        <>
          <ul className="brand-shared">
            {creators.map((shared) => (
              <li key={shared.creator}>
                <h3>{shared.creatorName}</h3>
                {shared.conflict && (
                  <div className="notice notice-error">
                    {conflictWords(shared, words).map((says) => (
                      <p key={says}>{says}</p>
                    ))}
                  </div>
                )}
                <ul>
                  {shared.bookings.map(({ planId, account, brandName, briefName, platform, start, end }) => (
                    <li key={`${planId} ${account}`}>
                      {t("brands.booking", {
                        ...{ brand: brandName ?? t("brands.noBrand"), from: date(start), to: date(end) },
                        platform: platform === null ? "–" : names.platform(platform),
                      })}{" "}
                      <Link to="/$workspace/plans/$planId" params={{ workspace, planId }}>
                        {briefName}
                      </Link>
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
          <div>
            <Button variant="default" onClick={take}>
              {t("plan.csv")}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
