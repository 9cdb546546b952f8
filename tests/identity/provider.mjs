// A provider of identity for tests and the demonstration: npm `oidc-provider` with two people, a page without scripts, and a
// tongue that lies when it is told to (lies.mjs).
//   node provider.mjs --port 9400
// POST /lie (text) says which lie comes next; POST /people (JSON) changes what it says of somebody.
import { Provider } from "oidc-provider";
import { liar } from "./lies.mjs";

const option = (name, otherwise) => {
  const place = process.argv.indexOf(`--${name}`);
  return place < 0 ? otherwise : process.argv[place + 1];
};
const port = Number(option("port", "9400"));
const issuer = option("issuer", `http://127.0.0.1:${port}`);

export const PEOPLE = {
  amina: { name: "Amina Slaoui", given_name: "Amina", family_name: "Slaoui", national_number: "AB445566" },
  youssef: {
    name: "Youssef Tahiri", national_number: "CD778899", phone_number: "+212661020304", phone_number_verified: true,
  },
};

const provider = new Provider(issuer, {
  clients: [{
    client_id: "jamaa", client_secret: "jamaa-demo-secret-of-no-value", grant_types: ["authorization_code"],
    response_types: ["code"], redirect_uris: ["http://127.0.0.1/sign-in/back/demo"],
  }],
  scopes: ["openid", "profile", "phone"],
  acrValues: ["low", "substantial"],
  claims: {
    acr: null, auth_time: null, iss: null, sid: null, openid: ["sub"],
    profile: ["name", "given_name", "family_name", "national_number"], phone: ["phone_number", "phone_number_verified"],
  },
  features: { devInteractions: { enabled: false } },
  pkce: { required: () => true },
  cookies: { keys: ["for tests alone"] },
  jwks: undefined,
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (_, id) => (PEOPLE[id] ? { accountId: id, claims: () => ({ sub: id, ...PEOPLE[id] }) } : undefined),
  renderError: (ctx, out) => {
    ctx.type = "text";
    ctx.body = `${out.error}: ${out.error_description ?? ""}`;
  },
});

// Where a portal stands on this machine is known only when it runs: any of its return addresses is its own.
provider.Client.prototype.redirectUriAllowed = (uri) =>
  /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?(\/c\/[a-z0-9-]+)?\/sign-in\/back\/[a-z0-9-]+$/.test(uri);

const page = (uid, scopes) => `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Identité de démonstration</title><main><h1>Identité de démonstration</h1>
<p>La commune demande : ${scopes}. Personne n'est vérifié ici.</p>
<form method="post" action="/interaction/${uid}"><label>Nom <input name="login" value="amina" required></label>
<button name="answer" value="yes">Se connecter et accepter</button> <button name="answer" value="no">Refuser</button></form></main></html>`;

async function form(request) {
  let text = "";
  for await (const part of request) text += part;
  return text;
}

async function grant(details, accountId) {
  const grant = new provider.Grant({ accountId, clientId: details.params.client_id });
  grant.addOIDCScope(details.params.scope);
  return grant.save();
}

const lies = liar();

// Pages of our own, before those of oidc-provider.
provider.use(async (ctx, next) => {
  const interaction = /^\/interaction\/([\w-]+)$/.exec(ctx.path);
  if (ctx.method === "POST" && ctx.path === "/lie") {
    lies.next = (await form(ctx.req)).trim();
    ctx.body = lies.next;
  } else if (ctx.method === "POST" && ctx.path === "/people") {
    const { id, ...said } = JSON.parse(await form(ctx.req));
    PEOPLE[id] = { ...PEOPLE[id], ...said };
    ctx.body = "noted";
  } else if (interaction) {
    const details = await provider.interactionDetails(ctx.req, ctx.res);
    if (ctx.method === "GET") {
      ctx.type = "html";
      ctx.body = page(details.uid, details.params.scope);
      return;
    }
    const sent = new URLSearchParams(await form(ctx.req));
    const login = sent.get("login");
    const result = sent.get("answer") === "no" || !PEOPLE[login]
      ? { error: "access_denied", error_description: "the person refused" }
      : { login: { accountId: login, acr: "substantial", remember: false }, consent: { grantId: await grant(details, login) } };
    ctx.redirect(await provider.interactionResult(ctx.req, ctx.res, result, { mergeWithLastSubmission: false }));
    ctx.status = 303;
  } else {
    await lies.around(ctx, next);
  }
});

provider.listen(port, "127.0.0.1", () => console.log(`identity: ${issuer}`));
