import "server-only";
import type { z } from "zod";
import { accept } from "@/lib/kernel/result";
import type { Scope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import type { chooseLanguageInput, updateProfileInput } from "./schema";

/** The caller's own title and phone number. The audit entry names the fields, not what stands in them. */
export async function updateOwnProfile(
  tx: Tx,
  scope: Scope,
  input: z.output<typeof updateProfileInput>,
) {
  const id = scope.actor.personId ?? notFound();
  const phone = input.removePhone ? null : input.phone;
  await tx.person.update({
    where: { id },
    data: { title: input.title ?? null, ...(phone !== undefined && { phone }) },
  });
  await scope.audit({
    action: "profile.update",
    subjectType: "person",
    subjectId: id,
    details: { fields: phone === undefined ? ["title"] : ["title", "phone"] },
  });
  return accept({});
}

/** The language of mail to the caller. */
export async function chooseOwnLanguage(
  tx: Tx,
  scope: Scope,
  input: z.output<typeof chooseLanguageInput>,
) {
  const id = scope.actor.userId ?? notFound();
  await tx.user.update({ where: { id }, data: { locale: input.language } });
  await scope.audit({
    action: "profile.choose_language",
    subjectType: "user",
    subjectId: id,
    details: { ...input },
  });
  return accept({});
}
