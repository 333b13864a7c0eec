import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge } from "../ui/badge";

type Named = {
  articleRef: string | null;
  articleId: string | null;
  articleDocumentId?: string | null;
};

/** The article that a rule rests on: words, or a way into the library, or the plain fact that it is missing. */
export function ArticleLink({ rule, alliance }: { rule: Named; alliance: string }) {
  const t = useTranslations("bodies");
  if (!rule.articleRef && !rule.articleId) {
    return <Badge tone="attention">{t("rules.missingArticle")}</Badge>;
  }
  const words = rule.articleRef
    ? t("rule.article", { article: rule.articleRef })
    : t("rules.openArticle");
  return rule.articleId && rule.articleDocumentId ? (
    <Link href={`/a/${alliance}/documents/${rule.articleDocumentId}#article-${rule.articleId}`}>
      {words}
    </Link>
  ) : (
    <span className="text-muted">{words}</span>
  );
}
