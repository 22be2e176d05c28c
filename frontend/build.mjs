// Copies what the pages load from the installed npm packages into the Python package, with the licences of all of them.
// Nothing is bundled or changed: the files are those that the packages publish, so that their hashes can be compared.
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = dirname(fileURLToPath(import.meta.url));
const OUT = join(HERE, "..", "src", "trucewatch", "serve", "static", "vendor");
const FILES = [
  "htmx.org/dist/htmx.min.js",
  "maplibre-gl/dist/maplibre-gl-csp.js",
  "maplibre-gl/dist/maplibre-gl-csp-worker.js",
  "maplibre-gl/dist/maplibre-gl.css",
];

function licences() {
  const { packages } = JSON.parse(readFileSync(join(HERE, "package-lock.json"), "utf8"));
  const parts = [];
  for (const [path, { version, license }] of Object.entries(packages)) {
    if (!path || path.includes("/@types/")) continue;
    const folder = join(HERE, path);
    const texts = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice)/i.test(name)).sort();
    const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    parts.push([`${name} ${version}: ${license ?? "see its sources"}`, ...texts.map((one) => readFileSync(join(folder, one), "utf8").trim())].join("\n\n"));
  }
  return `${parts.join(`\n\n${"-".repeat(72)}\n\n`)}\n`;
}

const made = `${OUT}.new`;
rmSync(made, { recursive: true, force: true });
mkdirSync(made, { recursive: true });
for (const file of FILES) {
  const from = join(HERE, "node_modules", file);
  if (!existsSync(from)) throw new Error(`${file} is not installed; run npm ci`);
  cpSync(from, join(made, file.slice(file.lastIndexOf("/") + 1)));
}
writeFileSync(join(made, "LICENSES.txt"), licences());
rmSync(OUT, { recursive: true, force: true });
renameSync(made, OUT);
