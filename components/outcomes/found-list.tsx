import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Found } from "@/lib/features/outcomes/schema/look-up";
import { ButtonLink } from "../ui/button";
import { Notice } from "../ui/notice";
import { ProposeForm } from "./co-claim-forms";

type Props = {
  tenant: string;
  found: readonly Found[];
  organizationId: string;
  /** The whole key, as evidence that one knows what of. */
  keyText: string | null;
  /** Address of the next step, going on from this record. */
  onward: (id: string, follow: "upgrade" | "continuation") => string;
};

/** What is claimed already under the key: the record, and the ways out that are open. */
export function FoundList({ tenant, found, organizationId, keyText, onward }: Props) {
  const t = useTranslations("outcomes");
  return (
    <ul className="mb-4 flex flex-col gap-3">
      {found.map((one) => (
        <li key={one.id}>
          <Notice
            tone={one.exact ? "attention" : "neutral"}
            title={t(one.own ? "wizard.foundOwn" : "wizard.foundOther", {
              organization: one.organizationName,
              year: one.year,
              level: one.level ? t(`level.${one.level}`) : "",
            })}
          >
            {one.title && (
              <p className="my-1">
                <Link href={`/a/${tenant}/outcomes/${one.id}`}>{one.title}</Link>
              </p>
            )}
            {one.own && one.exact && one.ways.length === 0 && <p>{t("wizard.blocked")}</p>}
            {one.ways.map((way) =>
              way === "co-claim" ? (
                <div key={way} className="mt-2">
                  <p className="mb-2">{t("wizard.coClaimHint")}</p>
                  <ProposeForm
                    tenant={tenant}
                    recordId={one.id}
                    organizationId={organizationId}
                    keyText={keyText}
                  />
                </div>
              ) : (
                <p key={way} className="mt-2">
                  <ButtonLink href={onward(one.id, way)}>{t(`follow.${way}`)}</ButtonLink>{" "}
                  {t(`wizard.${way}Hint`)}
                </p>
              ),
            )}
          </Notice>
        </li>
      ))}
    </ul>
  );
}
