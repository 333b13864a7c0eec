import Link from "next/link";
import { useTranslations } from "next-intl";
import type { MemberPosition } from "@/lib/features/memberships/types";
import type { AllianceView } from "./alliance-facts";

/** 牵头单位, with the position in the council beside: three leads, one chair unit. */
export function LeadList({
  leads,
  positionWord,
}: {
  leads: AllianceView["leads"];
  positionWord: (position: MemberPosition) => string;
}) {
  const t = useTranslations("alliances.home");
  const o = useTranslations("organizations.kind");
  if (leads.length === 0) return <p className="text-sm text-muted">{t("noLeads")}</p>;
  return (
    <ul className="flex flex-col gap-3">
      {leads.map(({ id, name, kind, position }) => (
        <li key={id}>
          <Link href={`/organizations/${id}`}>{name}</Link>
          <p className="text-sm text-muted">
            {o(kind)} · {positionWord(position)}
          </p>
        </li>
      ))}
    </ul>
  );
}
