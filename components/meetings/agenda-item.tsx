import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { MeetingView } from "@/lib/features/meetings/schema/record";
import { Badge } from "../ui/badge";
import { Panel } from "../ui/panel";
import { ResultSheet } from "./result-sheet";

type Props = {
  tenant: string;
  item: MeetingView["items"][number];
  openApplication: boolean;
  /** What can be done with a carried admission. */
  children?: ReactNode;
};

/** One item of a meeting: what it was about, and the result that explains itself. */
export function AgendaItem({ tenant, item, openApplication, children }: Props) {
  const t = useTranslations("meetings");
  const base = `/a/${tenant}`;
  const { application, motion } = item;
  return (
    <Panel
      title={`${item.order}. ${item.title}`}
      actions={item.partyPrior && <Badge>{t("item.partyPrior")}</Badge>}
    >
      <div className="flex flex-col gap-3">
        {application && (
          <p className="flex flex-wrap gap-x-4">
            {openApplication ? (
              <Link href={`${base}/applications/${application.id}`}>
                <ApplicationWords application={application} />
              </Link>
            ) : (
              <ApplicationWords application={application} />
            )}
            {application.membershipNumber !== null && application.organizationId && (
              <Link href={`/organizations/${application.organizationId}`}>
                {t("memberOf", { number: application.membershipNumber })}
              </Link>
            )}
          </p>
        )}
        {motion ? (
          <ResultSheet motion={motion} base={base} />
        ) : (
          <p className="text-sm text-muted">{t("noMotion")}</p>
        )}
        {children}
      </div>
    </Panel>
  );
}

function ApplicationWords({
  application,
}: {
  application: NonNullable<Props["item"]["application"]>;
}) {
  const t = useTranslations("meetings");
  return t("applicationOf", { number: application.number, name: application.organizationName });
}
