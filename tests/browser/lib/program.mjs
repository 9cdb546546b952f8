// The built program, started in a folder of its own when no address was given.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

// Where the provider of tests/identity stands when a test starts it.
export const ISSUER = "http://127.0.0.1:9400";
export const ROOT = new URL("../../../", import.meta.url).pathname;
const MINUTES_TO_START = 8;

function freePort() {
  return new Promise((done, fail) => {
    const server = createServer().on("error", fail).listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

async function ready(url, child) {
  const until = Date.now() + MINUTES_TO_START * 60_000;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}`);
    const answer = await fetch(`${url}/healthz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 300));
  }
  throw new Error("the program did not become ready");
}

export async function start() {
  const program = process.env.JAMAA || join(process.env.CARGO_TARGET_DIR || join(ROOT, "target"), "debug/jamaa");
  const [data, port] = [await mkdtemp(join(tmpdir(), "jamaa-browser-")), await freePort()];
  const url = `http://127.0.0.1:${port}`;
  // All tests come from one address; the allowances themselves are tested elsewhere.
  const env = { ...process.env, JAMAA_LIMITS_DEPOSITS_PER_HOUR: "1000", JAMAA_LIMITS_SIGN_INS_PER_TEN_MINUTES: "1000", JAMAA_DEMO_IDENTITY: ISSUER };
  const options = ["demo", "--data", data, "--listen", `127.0.0.1:${port}`];
  const child = spawn(program, options, { env, stdio: ["ignore", "ignore", "inherit"] });
  const stop = async () => {
    if (child.exitCode === null) {
      const ended = new Promise((done) => child.once("exit", done));
      child.kill("SIGTERM");
      await ended;
    }
    await rm(data, { recursive: true, force: true });
  };
  child.once("error", (fault) => console.error(`${program}: ${fault.message}`));
  try {
    await ready(url, child);
  } catch (fault) {
    await stop();
    throw fault;
  }
  return { url, stop };
}
