// The independent provider of identity of tests/identity, started when nobody has started it.
import { execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ISSUER, ROOT } from "./program.mjs";

const FOLDER = join(ROOT, "tests/identity");

const stands = () => fetch(`${ISSUER}/.well-known/openid-configuration`).then((answer) => answer.ok, () => false);

// What it returns stops the provider again.
export async function provider() {
  if (await stands()) return () => {};
  if (!existsSync(join(FOLDER, "node_modules"))) execFileSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: FOLDER, stdio: "ignore" });
  const child = spawn(process.execPath, [join(FOLDER, "provider.mjs"), "--port", new URL(ISSUER).port], { stdio: "ignore" });
  for (const until = Date.now() + 15_000; Date.now() < until;) {
    if (await stands()) return () => child.kill();
    if (child.exitCode !== null) break;
    await new Promise((done) => setTimeout(done, 200));
  }
  child.kill();
  throw new Error("the provider of identity does not start");
}

// Somebody whom the provider knows from now on.
export async function introduce(person) {
  const answer = await fetch(`${ISSUER}/people`, { method: "POST", body: JSON.stringify(person) });
  if (!answer.ok) throw new Error(`the provider refused ${person.id}`);
}
