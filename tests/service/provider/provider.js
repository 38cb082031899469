// A real OIDC provider: node provider.js PORT TENANT BACK. Somebody is a client with tokens of its own, or signs in by a form
// with any password at the client "service", which BACK is an address of; either way with the claims that stand here.
import Provider from "oidc-provider";

const port = Number(process.argv[2]);
const claims = {
  anna: { ipsmatch_role: "consultant", ipsmatch_tenant: process.argv[3], ipsmatch_team: "north" },
  bo: { ipsmatch_role: "auditor", ipsmatch_tenant: process.argv[3] },
  ella: { ipsmatch_role: ["everyone", "auditor", "auditor"], ipsmatch_tenant: process.argv[3] }, // as Entra gives roles; through two groups, twice
  finn: { ipsmatch_role: ["consultant", "auditor"], ipsmatch_tenant: process.argv[3] },
  carl: { ipsmatch_role: "emperor", ipsmatch_tenant: process.argv[3] },
  dora: { ipsmatch_role: "consultant", ipsmatch_tenant: "nowhere" },
  elsewhere: { ipsmatch_role: "consultant", ipsmatch_tenant: process.argv[3] },
  gerda: { ipsmatch_role: "supervisor", ipsmatch_tenant: process.argv[3], ipsmatch_team: ["south"] }, // as Keycloak gives several values
  hans: { ipsmatch_role: "consultant", ipsmatch_tenant: process.argv[3], ipsmatch_team: "" },
  ida: { ipsmatch_role: "supervisor", ipsmatch_tenant: process.argv[3] },
  feed: { ipsmatch_role: "feed", ipsmatch_tenant: process.argv[3] },
};
const browser = {
  client_id: "service", client_secret: "secret of service / with signs: %+", grant_types: ["authorization_code"],
  response_types: ["code"], redirect_uris: [`${process.argv[4]}/sign-in/oidc/back`],
  post_logout_redirect_uris: [`${process.argv[4]}/sign-in`],
};
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [browser, ...Object.keys(claims).map((client_id) => ({
    client_id, client_secret: `secret of ${client_id}`, grant_types: ["client_credentials"], redirect_uris: [],
    response_types: [],
  }))],
  claims: { openid: ["sub", "ipsmatch_role", "ipsmatch_tenant", "ipsmatch_team"] },
  conformIdTokenClaims: false, // the ID token has them
  findAccount: (ctx, sub) => ({ accountId: sub, claims: () => ({ sub, ...claims[sub] }) }),
  pkce: { required: () => true },
  cookies: { keys: ["of the tests"] },
  features: {
    clientCredentials: { enabled: true },
    devInteractions: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: (ctx) => (ctx.oidc.client.clientId === "service" ? undefined : "urn:service"),
      useGrantedResource: () => true,
      getResourceServerInfo: (ctx, resource, client) => ({
        scope: "", audience: client.clientId === "elsewhere" ? "another service" : "ipsmatch", accessTokenFormat: "jwt",
      }),
    },
  },
  extraTokenClaims: (ctx, token) => claims[token.clientId],
});
provider.listen(port, "127.0.0.1", () => console.log("ready"));
