import { generateKeyPairSync, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

export type Identity = { sub: string; email?: string; email_verified?: boolean | string };

/** A real OpenID Connect server on the loopback, which signs in whoever `current` says, or nobody. */
export async function startIdentityProvider(redirectUri: string) {
  let provider: Provider;
  let current: Identity | undefined;
  const known = new Map<string, Identity>();
  const server = createServer(async (request, response) => {
    if (!request.url?.startsWith("/interaction/")) return provider.callback()(request, response);
    const { params } = await provider.interactionDetails(request, response);
    if (!current) {
      return provider.interactionFinished(request, response, { error: "access_denied" });
    }
    const grant = new provider.Grant({ accountId: current.sub, clientId: params.client_id });
    grant.addOIDCScope("openid email profile");
    return provider.interactionFinished(request, response, {
      login: { accountId: current.sub },
      consent: { grantId: await grant.save() },
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const client = { client_id: "portal", client_secret: randomUUID(), redirect_uris: [redirectUri] };
  provider = new Provider(issuer, {
    clients: [client],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: async (_context, id) => ({
      accountId: id,
      claims: async () => ({ name: "示例人员", ...(known.get(id) ?? { sub: id }) }),
    }),
    features: { devInteractions: { enabled: false } },
    cookies: { keys: [randomUUID()] },
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256" }] },
    pkce: { required: () => true },
  });
  return {
    issuer,
    clientId: client.client_id,
    clientSecret: client.client_secret,
    signInAs: (identity: Identity | undefined) => {
      current = identity;
      if (identity) known.set(identity.sub, identity);
    },
    /** Follows the provider's redirects as a browser; the address it sends the browser back to. */
    follow: async (start: string): Promise<string> => {
      const jar = new Map<string, string>();
      let address = start;
      for (let hop = 0; hop < 10; hop += 1) {
        const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
        const answer = await fetch(address, { redirect: "manual", headers: { cookie } });
        for (const set of answer.headers.getSetCookie()) {
          const [name = "", value = ""] = set.split(";")[0]?.split("=") ?? [];
          jar.set(name, value);
        }
        address = new URL(answer.headers.get("location") ?? "", address).href;
        if (!address.startsWith(issuer)) return address;
      }
      throw new Error(`the identity provider does not come to an end: ${address}`);
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
