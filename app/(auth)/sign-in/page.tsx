import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Door } from "@/components/access/door";
import { SignInForm } from "@/components/access/sign-in-form";
import { SingleSignOn } from "@/components/access/single-sign-on";
import { ClientMessages } from "@/components/layout/client-messages";
import { Notice } from "@/components/ui/notice";
import { singleSignOnName } from "@/lib/platform/auth/oidc";
import { safePath } from "@/lib/platform/auth/safe-path";
import { currentActor } from "@/lib/platform/auth/session";
import { signInAction, singleSignOnAction } from "@/lib/platform/auth/sign-in-actions";
import { env } from "@/lib/platform/env";
import { demoAccounts, demoPassword } from "@/prisma/seed/accounts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const known = ["unknown-person", "wrong-credentials", "too-many-tries"] as const;

/** What next-auth sends back: our own words in `error` or `code`, anything else came from the identity provider. */
const faultOf = (query: Awaited<Props["searchParams"]>) =>
  query.error
    ? (known.find((one) => one === query.error || one === query.code) ?? "single-sign-on")
    : undefined;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("access.signIn"))("title") };
}

export default async function SignIn({ searchParams }: Props) {
  const t = await getTranslations("access.signIn");
  const query = await searchParams;
  const actor = await currentActor();
  const fault = faultOf(query);
  const next = safePath(query.callbackUrl, "") || undefined;
  const singleSignOn = singleSignOnName();
  return (
    <Door title={t("title")}>
      {fault && <Notice tone="problem">{t(`error.${fault}`)}</Notice>}
      {actor.userId && (
        <Notice tone="ok">
          {t("signedIn", { name: actor.name })} <Link href={next ?? "/"}>{t("goOn")}</Link>
        </Notice>
      )}
      <ClientMessages namespaces={["access"]}>
        <SignInForm
          action={signInAction}
          next={next}
          demo={env().DEMO === "1" ? { password: demoPassword, accounts: demoAccounts } : undefined}
        >
          {singleSignOn !== undefined && (
            <SingleSignOn action={singleSignOnAction} name={singleSignOn} next={next} />
          )}
          <p className="text-sm text-muted">
            <Link href="/forgotten">{t("forgotten")}</Link>
            <br />
            <Link href="/">{t("public")}</Link>
          </p>
        </SignInForm>
      </ClientMessages>
    </Door>
  );
}
