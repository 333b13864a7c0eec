import { useLocale, useTranslations } from "next-intl";
import type { ErratumView, MinutesView, ParagraphView } from "@/lib/features/minutes/schema";
import { formatInstant, nothing } from "@/lib/i18n/format";
import { Badge, type BadgeTone } from "../ui/badge";
import { AnswerForm, ObjectionForm } from "./objection-forms";
import { EditParagraph } from "./paragraph-forms";

type Props = {
  tenant: string;
  paragraph: ParagraphView;
  errata: readonly ErratumView[];
  state: MinutesView["state"];
  may: MinutesView["may"];
};

/** One paragraph with what was objected to it and what corrects it, each beside the text that it is about. */
export function Paragraph({ tenant, paragraph, errata, state, may }: Props) {
  const t = useTranslations("minutes");
  const answers = may.draft && state === "circulated";
  return (
    <li className="border-b border-line py-3 last:border-0">
      <p className="mb-1 flex flex-wrap items-center gap-2 text-sm text-muted">
        <span className="tabular-nums">{paragraph.order}</span>
        <span>{t(`part.${paragraph.part}`)}</span>
        {paragraph.internal && <Badge>{t("internalBadge")}</Badge>}
      </p>
      <p className="max-w-prose break-words whitespace-pre-line">{paragraph.text}</p>
      {errata.map((erratum) => (
        <p key={erratum.id} className="mt-1 border-l-2 border-attention pl-3 text-sm">
          {t("erratum.number", { number: erratum.number })} {erratum.newText}
        </p>
      ))}
      {paragraph.objections.map((objection) => (
        <div key={objection.id} className="mt-2 border-l-2 border-line pl-3 text-sm">
          <Objection objection={objection} />
          {answers && objection.state === "open" && (
            <AnswerForm tenant={tenant} objectionId={objection.id} text={paragraph.text} />
          )}
        </div>
      ))}
      {state === "draft" && may.draft && <EditParagraph tenant={tenant} paragraph={paragraph} />}
      {may.object && <ObjectionForm tenant={tenant} paragraphId={paragraph.id} />}
    </li>
  );
}

const tones: Record<ParagraphView["objections"][number]["state"], BadgeTone> = {
  open: "attention",
  accepted: "ok",
  rejected: "neutral",
  noted: "neutral",
};

function Objection({ objection }: { objection: ParagraphView["objections"][number] }) {
  const t = useTranslations("minutes.objection");
  const locale = useLocale();
  const at = formatInstant(new Date(objection.createdAt), locale);
  return (
    <>
      <p className="flex flex-wrap items-center gap-2">
        <span className="text-muted">{t("by", { name: objection.authorName ?? nothing, at })}</span>
        <Badge tone={tones[objection.state]}>{t(`state.${objection.state}`)}</Badge>
      </p>
      <p className="whitespace-pre-line">{objection.text}</p>
      {objection.answer && (
        <p className="text-muted">
          {t("answeredBy", { name: objection.answeredBy ?? nothing, text: objection.answer })}
        </p>
      )}
    </>
  );
}
