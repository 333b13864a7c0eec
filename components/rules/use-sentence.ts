import { useTranslations } from "next-intl";
import type { Sentence } from "@/lib/features/bodies/rules/sentence";
import type { OrganizationKind } from "@/lib/features/organizations/types";

type Caller = "chair" | "one_third" | "supervisors" | "secretariat";

/** A sentence of a rule in the reader's language; shares and lists are put into words first. */
export function useSentence() {
  const t = useTranslations("bodies");
  const kind = useTranslations("organizations.kind");
  const join = useTranslations("bodies.rules");
  return ({ key, values, list }: Sentence): string => {
    const fraction = t("fraction", { num: values.num ?? "", den: values.den ?? "" });
    const words = list?.map((one) =>
      key === "callers" ? t(`caller.${one as Caller}`) : kind(one as OrganizationKind),
    );
    return t(`sentences.${key}`, {
      ...values,
      shareWords: values.share ? t("shareWords", { share: values.share, fraction }) : "",
      list: words?.join(join("listJoin")) ?? "",
    });
  };
}
