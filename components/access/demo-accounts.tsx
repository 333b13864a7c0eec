"use client";

import { useLocale, useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";

export type DemoAccount = { email: string; zh: string; en: string };

/** Only the first of a numbered row is shown at once: twelve delegates look alike. */
const isRepeated = ({ email }: DemoAccount): boolean => /(?!01)\d\d@/.test(email);

type Props = {
  password: string;
  accounts: readonly DemoAccount[];
  filled: string | undefined;
  onFill: (email: string) => void;
};

function List({ accounts, filled, onFill }: Omit<Props, "password">) {
  const locale = useLocale();
  return (
    <ul className="divide-y divide-line">
      {accounts.map((account) => (
        <li key={account.email}>
          <button
            type="button"
            aria-pressed={filled === account.email}
            onClick={() => onFill(account.email)}
            className={cx(
              "flex w-full flex-wrap items-baseline justify-between gap-x-3 px-3 py-1.5 text-left text-sm hover:bg-sunken",
              filled === account.email && "bg-accent-soft font-semibold",
            )}
          >
            <span>{locale === "en" ? account.en : account.zh}</span>
            <span className="font-mono text-xs break-all text-muted">{account.email}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The accounts of the demonstration; drawn nowhere else. */
export function DemoAccounts({ password, accounts, ...choice }: Props) {
  const t = useTranslations("access.demo");
  const repeated = accounts.filter(isRepeated);
  return (
    <section aria-labelledby="demo-accounts" className="rounded border border-line bg-surface">
      <h2 id="demo-accounts" className="px-3 pt-3 font-semibold">
        {t("title")}
      </h2>
      <p className="px-3 pb-2 text-sm text-muted">{t("hint", { password })}</p>
      <div className="border-t border-line">
        <List accounts={accounts.filter((one) => !isRepeated(one))} {...choice} />
        <details className="border-t border-line">
          <summary className="min-h-8 cursor-pointer px-3 py-1.5 text-sm text-accent">
            {t("more", { count: repeated.length })}
          </summary>
          <List accounts={repeated} {...choice} />
        </details>
      </div>
    </section>
  );
}
