// Runs the queries of docs/fleet.md with DuckDB on records derived from a golden file, and compares the results with figures
// calculated by hand. node check.mjs: prints a line per error, and exits with 1 if there is one.
import assert from "node:assert/strict";
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const golden = join(root, "tests/KaizenGate.Core.Tests/Reporting/Analytics/Golden");
const record = (name) => JSON.parse(readFileSync(join(golden, name), "utf8"));
const [year, undated] = [record("year-at.ndjson"), record("undated.ndjson")];
const run = (repository, at, changes) => ({ ...year, repository, runAt: at, asOf: at.slice(0, 10), ...changes });

const runs = {
  "shop.ndjson": [
    run("shop", "2026-01-05T06:00:00Z", { verdict: "fail", open: 52, executionRate: 0.4 }),
    run("shop", "2026-02-02T06:00:00Z", { verdict: "pass", open: 40, executionRate: 0.8, hoursSpent: 100, hoursSaved: 150 }),
  ],
  "bank.ndjson": [
    run("bank", "2026-01-05T06:00:00Z", { verdict: "fail", open: 10, executionRate: 0.2, hoursSpent: 300, hoursSaved: 50 }),
  ],
  // All figures of this one are unknown and must not affect the sums.
  "new.ndjson": [{ ...undated, repository: "new", runAt: "2026-02-02T06:00:00Z" }],
};

const expected = {
  "latest run": [
    ["new", "fail", 1, null, null],
    ["bank", "fail", 10, 20, 0.17],
    ["shop", "pass", 40, 80, 1.5],
  ],
  // (150 + 50) ÷ (100 + 300)
  "return of the fleet": [[2, 400, 200, 0.5]],
  // January: 52 + 10, both gates failed. February: 40 + 1, one of two gates passed.
  "month by month": [
    ["2026-01", 2, 0, 62],
    ["2026-02", 2, 1, 41],
  ],
};

const folder = mkdtempSync(join(tmpdir(), "kaizen-fleet-"));
let errors = 0;
try {
  mkdirSync(join(folder, "runs"));
  for (const [name, records] of Object.entries(runs)) {
    writeFileSync(join(folder, "runs", name), records.map((one) => JSON.stringify(one) + "\n").join(""));
  }

  process.chdir(folder);
  const page = readFileSync(join(root, "docs/fleet.md"), "utf8");
  const queries = Object.fromEntries(
    [...page.matchAll(/```sql\n-- (.+)\n([\s\S]+?)```/g)].map(([, name, query]) => [name, query]),
  );
  assert.deepEqual(Object.keys(queries).sort(), Object.keys(expected).sort(), "every query is checked");
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  for (const [name, query] of Object.entries(queries)) {
    const rows = (await connection.runAndReadAll(query)).getRowsJson().map((row) => row.map(plain));
    try {
      assert.deepEqual(rows, expected[name]);
    } catch (difference) {
      errors++;
      console.log(`${name}: ${difference.message}`);
    }
  }
} finally {
  process.chdir(root);
  rmSync(folder, { recursive: true });
}

console.log(errors === 0 ? "all queries of docs/fleet.md return the expected results" : `${errors} queries return unexpected results`);
process.exit(errors === 0 ? 0 : 1);

// Large whole numbers are returned as strings.
function plain(value) {
  return typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}
