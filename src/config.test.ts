import { describe, expect, it } from "vitest";
import { readConfig } from "./config.ts";

describe("the configuration", () => {
  it("takes the data folder from the flag, then from CHORALE_DATA, then from the user's data folder", () => {
    const env = { CHORALE_DATA: "/srv/chorale", XDG_DATA_HOME: "/srv/user" };
    expect(readConfig("/srv/flag", env).dataDir).toBe("/srv/flag");
    expect(readConfig(null, env).dataDir).toBe("/srv/chorale");
    expect(readConfig(null, { XDG_DATA_HOME: "/srv/user" }).dataDir).toBe("/srv/user/chorale");
  });

  it("keeps the keys in the data folder unless CHORALE_KEYS names another place", () => {
    expect(readConfig("/srv/flag", {}).keysDir).toBe("/srv/flag/keys");
    expect(readConfig("/srv/flag", { CHORALE_KEYS: "/srv/keys" }).keysDir).toBe("/srv/keys");
  });

  it("takes a variable that is set to nothing as not set", () => {
    expect(readConfig("/srv/flag", { DATABASE_URL: "", CHORALE_KEYS: "" })).toEqual({
      dataDir: "/srv/flag",
      keysDir: "/srv/flag/keys",
      databaseUrl: null,
    });
  });
});
