// Builds web/dist: styles, scripts, map, font, icons. Run: node build.mjs
import { build } from "esbuild";
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";

const here = import.meta.dirname, out = join(here, "dist");
const from = createRequire(import.meta.url);
const packed = (name) => dirname(from.resolve(`${name}/package.json`));
const LIMITS = { "site.css": 14, "site.js": 12 };

async function say(name) {
  const bytes = await readFile(join(out, name));
  const kb = gzipSync(bytes, { level: 9 }).length / 1024;
  console.log(`  ${name.padEnd(22)} ${(bytes.length / 1024).toFixed(1).padStart(8)} kB ${kb.toFixed(1).padStart(7)} kB gz`);
  if (kb > (LIMITS[name] ?? Infinity)) throw new Error(`${name} is over its budget of ${LIMITS[name]} kB`);
}

const common = { bundle: true, minify: true, outdir: out, legalComments: "none", logLevel: "warning", target: ["chrome90", "firefox90", "safari15"] };

async function styles() {
  const folder = join(here, "src/css");
  const files = (await readdir(folder)).sort();
  const contents = files.map((file) => `@import "./${file}";`).join("\n");
  const css = { ...common, external: ["fonts/*"], target: ["chrome110", "firefox110", "safari16"] };
  await build({ ...css, outdir: undefined, outfile: join(out, "site.css"), stdin: { contents, resolveDir: folder, loader: "css" } });
  await build({ ...css, entryPoints: [join(here, "src/map.css"), join(here, "src/zgh.css"), join(here, "src/kiosk.css"), join(here, "src/board.css"), join(here, "src/blur.css"), join(here, "src/field.css")], loader: { ".svg": "dataurl" } });
}

async function scripts() {
  await build({ ...common, format: "esm", entryPoints: { site: join(here, "src/site.js"), map: join(here, "src/map.js"), kiosk: join(here, "src/kiosk.js"), visit: join(here, "src/visit.js"), field: join(here, "src/field.js"), board: join(here, "src/board.js"), blur: join(here, "src/blur.js"), voice: join(here, "src/voice.js"), passkey: join(here, "src/passkey.js") } });
  await build({ ...common, format: "esm", entryPoints: { "map-gl": join(here, "src/map/gl.js") } });
  await copyFile(join(packed("maplibre-gl"), "dist/maplibre-gl-csp-worker.js"), join(out, "map-worker.js"));
}

async function icons() {
  const all = {};
  for (const file of (await readdir(join(here, "icons"))).filter((name) => name.endsWith(".svg")).sort()) {
    const text = await readFile(join(here, "icons", file), "utf8");
    all[file.slice(0, -4)] = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(text)[1].trim();
  }
  await writeFile(join(out, "icons.json"), JSON.stringify(all));
  console.log(`  ${Object.keys(all).length} icons`);
}

async function fonts() {
  const font = packed("@fontsource/noto-sans-tifinagh");
  await mkdir(join(out, "fonts"), { recursive: true });
  await copyFile(join(font, "files/noto-sans-tifinagh-tifinagh-400-normal.woff2"), join(out, "fonts/tifinagh.woff2"));
  await copyFile(join(font, "LICENSE"), join(out, "fonts/OFL.txt"));
}

async function licences() {
  const texts = await Promise.all([["MapLibre GL JS", join(packed("maplibre-gl"), "LICENSE.txt")], ["Lucide icons", join(here, "icons/LICENSE")]]
    .map(async ([name, file]) => `${name}\n\n${await readFile(file, "utf8")}`));
  texts.push(`PMTiles\n\n${await readFile(join(packed("pmtiles"), "LICENSE"), "utf8").catch(() => "BSD 3-Clause, Protomaps LLC")}`);
  await writeFile(join(out, "licences.txt"), texts.join("\n\n----\n\n"));
}

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const steps = { "styles": styles, "scripts and map": scripts, "icons": icons, "font": fonts, "licences": licences };
for (const [at, [name, step]] of Object.entries(steps).entries()) {
  console.log(`[${at + 1}/${Object.keys(steps).length + 1}] ${name}`);
  await step();
}
await copyFile(join(here, "emblem.svg"), join(out, "emblem.svg"));
console.log(`[${Object.keys(steps).length + 1}/${Object.keys(steps).length + 1}] sizes`);
for (const name of ["site.css", "site.js", "zgh.css", "kiosk.css", "kiosk.js", "field.css", "field.js", "map.css", "map.js", "map-gl.js", "map-worker.js", "icons.json", "fonts/tifinagh.woff2"]) await say(name);
