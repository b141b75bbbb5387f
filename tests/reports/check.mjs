// Validates SARIF and JUnit reports with third-party readers.
// node check.mjs FOLDER: NAME.sarif and NAME.xml are reports of one run. Prints a line per error, and exits with 1 if there is one.
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { parse } from "junit2json";
import testResults from "test-results-parser";

// "The tool does not provide informationUri".
const controlRemark = "SARIF2005";

// The beginning of the name of a copy that has it.
const faulty = "faulty.";

const multitool = createRequire(import.meta.url)("@microsoft/sarif-multitool");
// Packages are installed without running their scripts, one of which does this.
chmodSync(multitool, 0o755);
const isValid = schema();
const [folder] = process.argv.slice(2);
const files = readdirSync(folder).sort();
const errors = [];
let reports = 0;
for (const file of files.filter((one) => one.endsWith(".sarif"))) {
  const path = join(folder, file);
  const results = readSarif(file, readFileSync(path, "utf8"));
  const failed = await readJUnit(path.replace(/\.sarif$/, ".xml"));
  const rules = new Set(results.filter((result) => result.level === "error").map((result) => result.ruleId));
  equal(file, "rules with errors in SARIF and with failures in JUnit", [...rules].sort(), [...failed].sort());
  reports += 2;
}
analyse(files.filter((one) => one.endsWith(".sarif")));

for (const error of errors) {
  console.log(error);
}
console.log(`${reports} reports, ${errors.length} errors`);
process.exit(errors.length > 0 || reports === 0 ? 1 : 0);

// The OASIS schema, as shipped with Microsoft's reader, which itself ignores unknown values of an enumeration.
function schema() {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  return ajv.compile(JSON.parse(readFileSync(join(dirname(multitool), "sarif-2.1.0.json"), "utf8")));
}

function readSarif(file, text) {
  const log = JSON.parse(text);
  if (!isValid(log)) {
    errors.push(...isValid.errors.map((error) => `${file}: ${error.instancePath} ${error.message}`));
  }
  return log.runs.flatMap((run) => run.results);
}

// Checks more than the schema: indices, references and the form of messages. The reader reports nothing for a file that it
// cannot read, so it must find the one fault in a copy of each without the address of the tool.
function analyse(names) {
  const temporary = mkdtempSync(join(tmpdir(), "kaizen-reports-"));
  try {
    for (const name of names) {
      const log = JSON.parse(readFileSync(join(folder, name), "utf8"));
      writeFileSync(join(temporary, name), JSON.stringify(log));
      delete log.runs[0].tool.driver.informationUri;
      writeFileSync(join(temporary, `${faulty}${name}`), JSON.stringify(log));
    }
    const found = remarks(temporary);
    for (const name of names) {
      if (!found.some((one) => one.file === `${faulty}${name}` && one.remark.ruleId === controlRemark)) {
        errors.push(`${name}: cannot be read by the SARIF multitool`);
      }
    }
    for (const { file, remark } of found.filter((one) => !one.file.startsWith(faulty))) {
      const line = remark.locations?.[0]?.physicalLocation?.region?.startLine;
      errors.push(`${file}:${line}: ${remark.ruleId} ${remark.message.arguments?.join(" ")}`);
    }
  } finally {
    rmSync(temporary, { recursive: true });
  }
}

// Returns what the multitool reports about the files of a folder.
function remarks(folder) {
  const output = join(folder, "analysis.json");
  // It exits with 1 if it finds an error, which is in the output.
  spawnSync(multitool, ["validate", join(folder, "*.sarif"), "--output", output, "--quiet", "--log", "ForceOverwrite"], {
    env: {
      ...process.env,
      // Otherwise the program requires ICU.
      DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1",
      // The program looks an address up for each file. The result must not depend on the network, nor wait for it.
      ...Object.fromEntries(["http_proxy", "https_proxy", "all_proxy"].map((name) => [name, "http://127.0.0.1:9"])),
    },
  });
  const [run] = JSON.parse(readFileSync(output, "utf8")).runs;
  return (run.results ?? []).map((remark) => ({ file: fileOf(remark, run), remark }));
}

// A location may refer to the address in the list of files.
function fileOf(remark, run) {
  const place = remark.locations?.[0]?.physicalLocation?.artifactLocation;
  return basename(decodeURIComponent(place?.uri ?? run.artifacts?.[place?.index]?.location.uri ?? ""));
}

// Returns the failed rules according to two readers, which must agree with the counts in the report.
async function readJUnit(path) {
  const file = basename(path);
  const text = readFileSync(path, "utf8");
  const suites = (await parse(text)).testsuite ?? [];
  const cases = suites.flatMap((suite) => suite.testcase ?? []);
  const failed = cases.filter((one) => one.failure?.length > 0);
  equal(file, "tests", sum(suites, "tests"), cases.length);
  equal(file, "failures", sum(suites, "failures"), failed.length);
  equal(file, "skipped", sum(suites, "skipped"), cases.filter((one) => one.skipped?.length > 0).length);

  const other = testResults.parse({ type: "junit", files: [path] });
  const others = (other.result ?? other).suites.flatMap((suite) => suite.cases);
  equal(file, "failures by the other reader", names(others.filter((one) => one.status === "FAIL")), names(failed));
  for (const one of failed) {
    if (!one.failure[0].message || !one.failure[0].inner) {
      errors.push(`${file}: ${one.name} fails without a message`);
    }
  }
  return new Set(failed.map((one) => one.name.split(" ")[0]));
}

function names(cases) {
  return cases.map((one) => one.name).sort();
}

function sum(suites, count) {
  return suites.reduce((total, suite) => total + (suite[count] ?? 0), 0);
}

function equal(file, what, expected, found) {
  if (JSON.stringify(expected) !== JSON.stringify(found)) {
    errors.push(`${file}: ${what}: ${JSON.stringify(expected)}, not ${JSON.stringify(found)}`);
  }
}
