// What the provider says that is not so: answers are rewritten on their way out, with the provider's own key or a stranger's.
import * as jose from "jose";

const HOUR = 3_600;
const CHANGES = {
  issuer: (claims) => ({ ...claims, iss: "https://other.example.ma" }),
  audience: (claims) => ({ ...claims, aud: "another" }),
  audiences: (claims) => ({ ...claims, aud: ["jamaa", "another"] }),
  party: (claims) => ({ ...claims, azp: "another" }),
  nonce: (claims) => ({ ...claims, nonce: "0".repeat(64) }),
  expired: (claims) => ({ ...claims, exp: claims.iat - HOUR }),
  issued: (claims) => ({ ...claims, iat: claims.iat - 3 * HOUR }),
  access_hash: (claims) => ({ ...claims, at_hash: jose.base64url.encode(new Uint8Array(16)) }),
};

export function liar() {
  const known = jose.generateKeyPair("RS256", { extractable: true });
  const stranger = jose.generateKeyPair("RS256", { extractable: true });
  const encode = (value) => jose.base64url.encode(JSON.stringify(value));

  const sign = async (claims, key, kid) =>
    new jose.SignJWT(claims).setProtectedHeader({ alg: "RS256", kid }).sign((await key).privateKey);

  async function forged(lie, token) {
    const claims = jose.decodeJwt(token);
    if (CHANGES[lie]) return sign(CHANGES[lie](claims), known, "ours");
    if (lie === "signature") return sign(claims, stranger, "ours");
    if (lie === "key") return sign(claims, stranger, "nobody");
    if (lie === "none") return `${encode({ alg: "none" })}.${encode(claims)}.`;
    if (lie === "hs256") {
      // The public key as a shared secret: the old trick against those who trust the header.
      const secret = new TextEncoder().encode(await jose.exportSPKI((await known).publicKey));
      return new jose.SignJWT(claims).setProtectedHeader({ alg: "HS256", kid: "ours" }).sign(secret);
    }
    if (lie === "garbage") return "not.a.token";
    return token;
  }

  const lies = { next: "" };
  lies.around = async (ctx, next) => {
    const lie = lies.next;
    if (lie === "down") {
      ctx.status = 503;
      return;
    }
    if (lie === "slow" && ctx.path === "/token") await new Promise((done) => setTimeout(done, 8_000));
    await next();
    if (ctx.path === "/jwks") {
      const key = await jose.exportJWK((await known).publicKey);
      ctx.body = { keys: [...ctx.body.keys, { ...key, kid: "ours", alg: "RS256", use: "sig" }] };
    } else if (ctx.path === "/token" && ctx.body?.id_token) {
      ctx.body = { ...ctx.body, id_token: await forged(lie, ctx.body.id_token) };
    } else if (ctx.path === "/me" && lie === "subject") {
      ctx.body = { ...ctx.body, sub: "somebody-else" };
    } else if (ctx.path.startsWith("/.well-known/") && lie === "discovery") {
      ctx.body = { ...ctx.body, issuer: "https://other.example.ma" };
    } else if (/[?&]code=/.test(ctx.response.get("location"))) {
      const back = new URL(ctx.response.get("location"));
      if (lie === "issuer_parameter") back.searchParams.set("iss", "https://other.example.ma");
      if (lie === "no_issuer_parameter") back.searchParams.delete("iss");
      ctx.set("location", back.href);
    }
  };
  return lies;
}
