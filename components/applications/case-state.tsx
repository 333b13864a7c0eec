import { useLocale, useTranslations } from "next-intl";
import type { CaseView } from "@/lib/features/applications/schema";
import { formatDay } from "@/lib/i18n/format";
import { controlClass } from "../ui/control";
import { Notice } from "../ui/notice";

/** What came of it, once it is over. */
export function CaseOutcome({ application }: { application: CaseView }) {
  const t = useTranslations("applications.case");
  const locale = useLocale();
  switch (application.state) {
    case "admitted":
      return (
        <Notice tone="decided">
          {t("admitted", {
            number: application.membershipNumber ?? "",
            day: formatDay(application.admittedFrom, locale),
          })}
        </Notice>
      );
    case "declined":
      return <Notice>{t("declined")}</Notice>;
    case "lapsed":
      return <Notice>{t("lapsed")}</Notice>;
    case "withdrawn":
      return <Notice>{t("withdrawnNote")}</Notice>;
    case "submitted":
    case "checking":
    case "supplement":
    case "recommended":
    case "on_agenda":
    case "public_notice":
      return null;
  }
}

/** The applicant has no account: whoever loses this address needs a new one from the secretariat. */
export function CaseLink({ address }: { address: string }) {
  const t = useTranslations("applications.case");
  return (
    <Notice tone="attention" title={t("link")}>
      <p>{t("linkHint")}</p>
      <label className="mt-2 flex flex-col gap-1">
        <span className="sr-only">{t("address")}</span>
        <input readOnly value={address} className={controlClass} />
      </label>
    </Notice>
  );
}
