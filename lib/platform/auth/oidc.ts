import "server-only";
import { randomUUID } from "node:crypto";
import type { OIDCConfig } from "next-auth/providers";
import { z } from "zod";
import { email } from "@/lib/kernel/fields";
import { PLATFORM_CHAIN, recordAudit } from "../audit";
import { database } from "../db/client";
import { inTransaction } from "../db/transaction";
import { env } from "../env";

export const singleSignOnId = "oidc";

type Settings = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  name: string | undefined;
};

/** Undefined unless the installation names an identity provider with all that it needs. */
function settings(): Settings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env();
  if (!issuer || !clientId || !clientSecret) return undefined;
  return { issuer, clientId, clientSecret, name: env().OIDC_NAME };
}

/** What the button is called; "" where the installation gave no name, undefined without single sign-on. */
export const singleSignOnName = (): string | undefined => {
  const known = settings();
  return known && (known.name ?? "");
};

export function singleSignOnProvider(): OIDCConfig<{ sub: string }> | undefined {
  const known = settings();
  return (
    known && {
      id: singleSignOnId,
      name: known.name ?? singleSignOnId,
      type: "oidc",
      issuer: known.issuer,
      clientId: known.clientId,
      clientSecret: known.clientSecret,
      checks: ["pkce", "state", "nonce"],
      // The e-mail comes from the user-info endpoint: in the code flow it need not stand in the ID token, which is
      // checked all the same.
      idToken: false,
      authorization: { params: { scope: "openid email profile" } },
      // Nothing of the provider's profile is taken over; only the subject matters.
      profile: ({ sub }) => ({ id: sub }),
    }
  );
}

const claims = z.object({
  sub: z.string().min(1).max(300),
  email: email().optional().catch(undefined),
  email_verified: z.literal(true).optional().catch(undefined),
});

async function findLinked(issuer: string, subject: string): Promise<string | undefined> {
  const rows = await database().$queryRaw<{ id: string }[]>`
    SELECT u.id FROM oidc_identities i JOIN users u ON u.id = i.user_id
    WHERE i.issuer = ${issuer} AND i.subject = ${subject} AND u.disabled_at IS NULL`;
  return rows[0]?.id;
}

/**
 * The account of whoever the identity provider vouches for: the one linked before, or the one whose e-mail the provider
 * has verified, which is linked now. Nobody gets an account by signing in.
 */
export async function admit(profile: unknown): Promise<string | undefined> {
  const issuer = settings()?.issuer;
  const parsed = claims.safeParse(profile);
  if (!issuer || !parsed.success) return undefined;
  const { sub, email: address, email_verified: verified } = parsed.data;
  const known = await findLinked(issuer, sub);
  if (known || !address || !verified) return known;
  return inTransaction(async (tx) => {
    const user = await tx.user.findFirst({
      where: { email: address, disabledAt: null },
      select: { id: true },
    });
    if (!user) return undefined;
    // An account that is linked to another subject stays with that one: an address can be given to somebody else.
    const linked = await tx.oidcIdentity.createMany({
      data: [{ issuer, subject: sub, userId: user.id }],
      skipDuplicates: true,
    });
    if (linked.count === 0) return undefined;
    await recordAudit(
      tx,
      { chain: PLATFORM_CHAIN, actorId: user.id, requestId: randomUUID() },
      { action: "identity.link", subjectType: "user", subjectId: user.id, details: { issuer } },
    );
    return user.id;
  });
}
