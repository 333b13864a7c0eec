"use client";

import { useTranslations } from "next-intl";

/** Drafts go with the person: the next one at this computer does not find them. */
function dropDrafts() {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith("draft:")) localStorage.removeItem(key);
    }
  } catch {
    // Storage that is refused holds no drafts.
  }
}

export function SignOut({ action, className }: { action: () => Promise<void>; className: string }) {
  const t = useTranslations("common.shell");
  return (
    <form action={action} onSubmit={dropDrafts}>
      <button type="submit" className={className}>
        {t("signOut")}
      </button>
    </form>
  );
}
