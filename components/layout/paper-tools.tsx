import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PrintButton } from "../ui/print-button";

/** Above a page made for paper: back to the record it is of, and to the printer. Not on the paper itself. */
export function PaperTools({
  href,
  back,
  children,
}: {
  href: string;
  back: string;
  /** Other ways to take it away. */
  children?: ReactNode;
}) {
  const t = useTranslations("common.paper");
  return (
    <div className="mx-auto mb-3 flex max-w-[210mm] flex-wrap items-center justify-between gap-2 print:hidden">
      <Link href={href} className="inline-block min-h-6">
        {t("back", { back })}
      </Link>
      <div className="flex flex-wrap gap-2">
        {children}
        <PrintButton>{t("print")}</PrintButton>
      </div>
    </div>
  );
}
