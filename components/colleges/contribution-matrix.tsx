import { useLocale, useTranslations } from "next-intl";
import type { CollegeInside, CollegeView } from "@/lib/features/colleges/schema/colleges";
import { resourceKinds } from "@/lib/features/funds/types";
import { formatMoney } from "@/lib/i18n/format";
import { fenOf, yuanText } from "@/lib/kernel/money";

type Entry = CollegeInside["contributions"][number];

const sumOf = (entries: readonly Entry[]): bigint =>
  entries.reduce((sum, { amount }) => sum + fenOf(amount), 0n);

function Amount({ fen }: { fen: bigint }) {
  const locale = useLocale();
  const t = useTranslations("colleges");
  if (fen === 0n) return <span className="text-muted">{t("no")}</span>;
  const { text, unit, exact } = formatMoney(yuanText(fen), locale);
  return (
    <span title={exact} className="whitespace-nowrap tabular-nums">
      {text} {unit}
    </span>
  );
}

/**
 * Party × kind. On a phone each party is a block with the kinds that it gave, since seven columns do not fit; cash and
 * goods have a sum each and none together.
 */
export function ContributionMatrix({
  college,
  inside,
}: {
  college: CollegeView;
  inside: CollegeInside;
}) {
  const t = useTranslations("colleges");
  const { contributions } = inside;
  const kinds = resourceKinds.filter((kind) => contributions.some((one) => one.kind === kind));
  if (kinds.length === 0) return <p className="text-muted">{t("matrixEmpty")}</p>;
  const of = (partyId: string, kind: (typeof kinds)[number]) =>
    sumOf(contributions.filter((one) => one.partyId === partyId && one.kind === kind));
  const cash = sumOf(contributions.filter(({ kind }) => kind === "cash"));
  const goods = sumOf(contributions.filter(({ kind }) => kind !== "cash"));
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm text-muted">{t("matrixHint")}</p>
      <table className="hidden w-full border-collapse sm:table">
        <caption className="sr-only">{t("matrix")}</caption>
        <thead>
          <tr className="border-b border-line text-left">
            <th scope="col" className="px-2 py-1.5 font-medium">
              {t("field.organization")}
            </th>
            {kinds.map((kind) => (
              <th key={kind} scope="col" className="px-2 py-1.5 text-right font-medium">
                {t(`resource.${kind}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {college.members.map(({ partyId, name }) => (
            <tr key={partyId} className="border-b border-line">
              <th scope="row" className="px-2 py-1.5 text-left font-normal">
                {name}
              </th>
              {kinds.map((kind) => (
                <td key={kind} className="px-2 py-1.5 text-right">
                  <Amount fen={of(partyId, kind)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="flex flex-col gap-3 sm:hidden">
        {college.members.map(({ partyId, name }) => (
          <li key={partyId} className="rounded border border-line p-3">
            <p className="font-medium">{name}</p>
            <dl>
              {kinds.map((kind) => (
                <div key={kind} className="flex justify-between gap-3">
                  <dt className="text-muted">{t(`resource.${kind}`)}</dt>
                  <dd>
                    <Amount fen={of(partyId, kind)} />
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
      <p className="flex flex-wrap gap-x-6">
        <span>
          {t("matrixCash")} <Amount fen={cash} />
        </span>
        <span>
          {t("matrixKind")} <Amount fen={goods} />
        </span>
      </p>
    </div>
  );
}
