import Link from "next/link";
import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { documentOutput } from "@/lib/features/documents/schema";

type Article = z.output<typeof documentOutput>["articles"][number];

/** The text as it reads on paper: chapters, articles, paragraphs. */
export function ArticleList({ articles, rules }: { articles: readonly Article[]; rules: string }) {
  const t = useTranslations("documents.view");
  return (
    <div className="flex max-w-3xl flex-col gap-3 text-base leading-relaxed">
      {articles.map((article, at) => (
        <div
          key={article.id}
          id={`article-${article.id}`}
          className="scroll-mt-4 target:bg-accent-soft"
        >
          {article.chapter && article.chapter !== articles[at - 1]?.chapter && (
            <h3 className="pt-4 pb-2 text-center font-semibold">{article.chapter}</h3>
          )}
          <p className="whitespace-pre-line">
            <b className="mr-3 font-semibold">{t("article", { number: article.number })}</b>
            {article.heading && <b className="mr-2 font-medium">{article.heading}</b>}
            {article.text}
          </p>
          {article.rules > 0 && (
            <p className="text-sm">
              <Link href={rules}>{t("rulesHere", { count: article.rules })}</Link>
            </p>
          )}
        </div>
      ))}
    </div>
  );
}
