import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { compareOutput } from "@/lib/features/documents/schema";
import { Badge, type BadgeTone } from "../ui/badge";

type Line = z.output<typeof compareOutput>["lines"][number];

const tones: Record<Line["kind"], BadgeTone> = {
  same: "neutral",
  renumbered: "neutral",
  changed: "decided",
  added: "ok",
  removed: "problem",
};

/** What was taken out is struck through and named for those who hear the page; what came in is underlined. */
function Pieces({ line }: { line: Line }) {
  const t = useTranslations("documents.compare");
  if (line.pieces.length === 0) {
    const text = (line.after ?? line.before)?.text;
    return line.kind === "removed" ? <del>{text}</del> : text;
  }
  return line.pieces.map((piece, at) => {
    const key = `${at}${piece.kind}`;
    if (piece.kind === "same") return <span key={key}>{piece.text}</span>;
    return piece.kind === "added" ? (
      <ins key={key} className="bg-ok-soft decoration-ok">
        <span className="sr-only">{t("addedMark")}</span>
        {piece.text}
      </ins>
    ) : (
      <del key={key} className="bg-problem-soft text-muted">
        <span className="sr-only">{t("removedMark")}</span>
        {piece.text}
      </del>
    );
  });
}

function ComparedArticle({ line }: { line: Line }) {
  const t = useTranslations("documents");
  const article = line.after ?? line.before;
  if (!article) return null;
  const moved = line.before && line.after && line.before.number !== line.after.number;
  return (
    <li className="border-b border-line py-3">
      <p className="flex flex-wrap items-center gap-3 pb-1">
        <Badge tone={tones[line.kind]}>{t(`compare.${line.kind}`)}</Badge>
        <b className="font-semibold">
          {moved
            ? t("compare.numbers", {
                before: line.before?.number ?? 0,
                after: line.after?.number ?? 0,
              })
            : t("view.article", { number: article.number })}
        </b>
        {article.heading && <span>{article.heading}</span>}
      </p>
      <p className="max-w-3xl leading-relaxed whitespace-pre-line">
        <Pieces line={line} />
      </p>
    </li>
  );
}

/** Changes first; what stayed the same is folded. */
export function Comparison({ lines }: { lines: readonly Line[] }) {
  const t = useTranslations("documents.compare");
  const same = (line: Line) => line.kind === "same" || line.kind === "renumbered";
  const count = (kind: Line["kind"]) => lines.filter((line) => line.kind === kind).length;
  const keyOf = (line: Line) => `${line.before?.number ?? "-"}/${line.after?.number ?? "-"}`;
  const list = (given: readonly Line[]) => (
    <ul>
      {given.map((line) => (
        <ComparedArticle key={keyOf(line)} line={line} />
      ))}
    </ul>
  );
  const unchanged = lines.filter(same);
  return (
    <div className="flex flex-col gap-4">
      <p>
        {t("summary", {
          changed: count("changed"),
          added: count("added"),
          removed: count("removed"),
          same: unchanged.length,
        })}
      </p>
      {list(lines.filter((line) => !same(line)))}
      {unchanged.length > 0 && (
        <details>
          <summary className="cursor-pointer text-accent">{t("showSame")}</summary>
          {list(unchanged)}
        </details>
      )}
    </div>
  );
}
