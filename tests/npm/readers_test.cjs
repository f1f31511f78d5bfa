// Has two packages from npm read the TMX and XLIFF that we wrote, and reads what they write.
// Takes hexapla. Exit code 77 when they are not installed (npm ci --prefix tests/npm).
const assert = require("node:assert");
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");

let tmexchange;
let xliff;
try {
  tmexchange = require("tmexchange");
  xliff = require("xliff");
} catch {
  console.log("tmexchange and xliff are not installed");
  process.exit(77);
}

const pairs = [
  ["The Security Council", "Совет Безопасности"],
  ["Security\tCouncil & <others> “quoted”", "Совет и «другие»"],
  ["وقف إطلاق النار", "прекращение огня"],
  ["vote", "голосование"],
];
const ids = pairs.map((_, at) => `u${at}`);

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "hexapla-npm-"));
const inFolder = (name) => path.join(folder, name);
const read = (name) => fs.readFileSync(inFolder(name), "utf8");
const convert = (...words) =>
  execFileSync(process.argv[2], ["convert", ...words], { stdio: ["ignore", "inherit", "ignore"] });

/** The text of what a package read: tags stand as objects among strings. */
const textOf = (read) =>
  [].concat(read).map((part) => (typeof part === "string" ? part : (part._ ?? ""))).join("");

/** What comes back to us of a file that a package wrote. */
const pairsIn = (name, ...words) => {
  convert(inFolder(name), inFolder("back.jsonl"), ...words);
  return read("back.jsonl").trim().split("\n").map((line) => {
    const { cells } = JSON.parse(line);
    return [cells.en.text, cells.ru.text];
  });
};

const main = async () => {
  fs.writeFileSync(inFolder("units.jsonl"), pairs.map(([en, ru], at) => JSON.stringify({
    id: ids[at], cells: { en: { text: en }, ru: { text: ru } } }) + "\n").join(""));
  const languages = ["--languages", "en,ru"];
  convert(inFolder("units.jsonl"), inFolder("out.tmx"), ...languages);
  convert(inFolder("units.jsonl"), inFolder("out1.xlf"), "--to", "xliff", ...languages);
  convert(inFolder("units.jsonl"), inFolder("out2.xlf"), "--to", "xliff2", ...languages);

  const memory = await tmexchange.tmx2js(read("out.tmx"));
  assert.deepStrictEqual(Object.keys(memory.resources), ids);
  assert.deepStrictEqual(Object.values(memory.resources).map(({ en, ru }) => [textOf(en), textOf(ru)]), pairs);
  for (const document of [await xliff.xliff12ToJs(read("out1.xlf")), await xliff.xliff2js(read("out2.xlf"))]) {
    const [units] = Object.values(document.resources);
    assert.deepStrictEqual(Object.keys(units), ids);
    assert.deepStrictEqual(Object.values(units).map(({ source, target }) => [textOf(source), textOf(target)]), pairs);
  }

  fs.writeFileSync(inFolder("theirs.tmx"), await tmexchange.js2tmx(memory));
  assert.deepStrictEqual(pairsIn("theirs.tmx"), pairs);
  const texts = (side) => Object.fromEntries(pairs.map((pair, at) => [ids[at], pair[side]]));
  fs.writeFileSync(inFolder("theirs1.xlf"), await xliff.createxliff12("en", "ru", texts(0), texts(1), "units"));
  assert.deepStrictEqual(pairsIn("theirs1.xlf"), pairs);
  fs.writeFileSync(inFolder("theirs2.xlf"), await xliff.createxliff("en", "ru", texts(0), texts(1), "units"));
  assert.deepStrictEqual(pairsIn("theirs2.xlf"), pairs);
  console.log("tmexchange and xliff read", pairs.length, "units, and we theirs");
};

main()
  .catch((trouble) => {
    console.error(trouble);
    process.exitCode = 1;
  })
  .finally(() => fs.rmSync(folder, { recursive: true }));
