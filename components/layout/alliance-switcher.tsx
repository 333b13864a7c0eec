import Link from "next/link";
import { useTranslations } from "next-intl";
import { cx } from "../ui/cx";

export type AllianceChoice = { slug: string; name: string };

const row = "block rounded px-3 py-2 text-sm leading-snug text-ink no-underline hover:bg-sunken";

/** The reader's alliances under the button that opened them (or where that button usually is, in older browsers). */
function Choices({ current, choices }: { current: string; choices: readonly AllianceChoice[] }) {
  const t = useTranslations("common.shell");
  return (
    <ul
      id="alliances"
      popover="auto"
      className="fixed inset-auto top-32 left-3 m-0 max-h-[70dvh] w-[min(22rem,calc(100vw-1.5rem))] overflow-y-auto rounded border border-control bg-surface p-1 text-ink supports-[top:anchor(bottom)]:top-[anchor(bottom)]"
    >
      {choices.map((choice) => (
        <li key={choice.slug}>
          <Link
            href={`/a/${choice.slug}`}
            aria-current={choice.slug === current ? "true" : undefined}
            className={cx(row, choice.slug === current && "font-semibold")}
          >
            {choice.name}
          </Link>
        </li>
      ))}
      <li className="mt-1 border-t border-line pt-1">
        <Link href="/" className={row}>
          {t("allAlliances")}
        </Link>
      </li>
    </ul>
  );
}

/** Which alliance this is, and the way to the others. A popover of the browser: no script, Esc closes it. */
export function AllianceSwitcher({
  current,
  choices,
}: {
  current: AllianceChoice;
  choices: readonly AllianceChoice[];
}) {
  const t = useTranslations("common.shell");
  return (
    <div>
      <Link
        href={`/a/${current.slug}`}
        className="block rounded py-1 pr-3 pl-[15px] leading-snug font-semibold text-ink no-underline hover:bg-sunken"
      >
        {current.name}
      </Link>
      {choices.length > 1 ? (
        <>
          <button
            type="button"
            popoverTarget="alliances"
            className="min-h-8 rounded pr-3 pl-[15px] text-sm text-accent hover:bg-sunken"
          >
            {t("switchAlliance")}
            <span aria-hidden="true"> ▾</span>
          </button>
          <Choices current={current.slug} choices={choices} />
        </>
      ) : (
        <Link
          href="/"
          className="inline-flex min-h-8 items-center rounded pr-3 pl-[15px] text-sm no-underline hover:bg-sunken"
        >
          {t("allAlliances")}
        </Link>
      )}
    </div>
  );
}
