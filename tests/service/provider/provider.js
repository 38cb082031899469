// A real OIDC provider: node provider.js PORT. Each client is somebody, with the claims that stand here.
import Provider from "oidc-provider";

const port = Number(process.argv[2]);
const claims = {
  anna: { ipsmatch_role: "consultant", ipsmatch_tenant: process.argv[3], ipsmatch_team: "north" },
  bo: { ipsmatch_role: "auditor", ipsmatch_tenant: process.argv[3] },
  carl: { ipsmatch_role: "emperor", ipsmatch_tenant: process.argv[3] },
  dora: { ipsmatch_role: "consultant", ipsmatch_tenant: "nowhere" },
  elsewhere: { ipsmatch_role: "consultant", ipsmatch_tenant: process.argv[3] },
};
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: Object.keys(claims).map((client_id) => ({
    client_id, client_secret: `secret of ${client_id}`, grant_types: ["client_credentials"], redirect_uris: [],
    response_types: [],
  })),
  features: {
    clientCredentials: { enabled: true },
    devInteractions: { enabled: false },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => "urn:service",
      useGrantedResource: () => true,
      getResourceServerInfo: (ctx, resource, client) => ({
        scope: "", audience: client.clientId === "elsewhere" ? "another service" : "ipsmatch", accessTokenFormat: "jwt",
      }),
    },
  },
  extraTokenClaims: (ctx, token) => claims[token.clientId],
});
provider.listen(port, "127.0.0.1", () => console.log("ready"));
