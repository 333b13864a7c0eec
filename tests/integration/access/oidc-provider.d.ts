// The package brings no types; this is what the tests use of it.
declare module "oidc-provider" {
  import type { IncomingMessage, ServerResponse } from "node:http";

  type Claims = { sub: string } & Record<string, unknown>;
  type Grant = { addOIDCScope(scope: string): void; save(): Promise<string> };

  export default class Provider {
    constructor(
      issuer: string,
      configuration: {
        clients: object[];
        claims: Record<string, string[]>;
        interactions: { url: (context: unknown, interaction: { uid: string }) => string };
        findAccount: (
          context: unknown,
          id: string,
        ) => Promise<{ accountId: string; claims: () => Promise<Claims> } | undefined>;
        features: object;
        cookies: { keys: string[] };
        jwks: { keys: object[] };
        pkce: { required: () => boolean };
      },
    );
    callback(): (request: IncomingMessage, response: ServerResponse) => void;
    interactionDetails(
      request: IncomingMessage,
      response: ServerResponse,
    ): Promise<{ params: { client_id: string } }>;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: object,
    ): Promise<void>;
    Grant: new (given: {
      accountId: string;
      clientId: string;
    }) => Grant;
  }
}
