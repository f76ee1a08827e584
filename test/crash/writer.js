// Writes events one by one and says each one's number on stdout once the database has acknowledged it. It runs until
// it is killed. Plain JavaScript over the compiled house: what is killed is what ships.
import { writeSync } from "node:fs";
import { openHouses } from "../../dist/app/openHouses.js";
import { appendEvent } from "../../dist/storage/events.js";

const [dataDir, first] = process.argv.slice(2);
const houses = await openHouses({ dataDir, keysDir: `${dataDir}/keys`, databaseUrl: null }, () => new Date());
const house = await houses.open("main");
for (let number = Number(first); ; number++) {
  await appendEvent(house.db, house.workspaceId, {
    id: house.newId(),
    actor: "crash",
    noun: "row",
    nounId: `${number}`,
    verb: "written",
    before: null,
    after: { number },
    at: house.now(),
  });
  writeSync(1, `${number}\n`);
}
