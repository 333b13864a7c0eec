"use client";

import { useTranslations } from "next-intl";
import {
  removeTagAction,
  setChainNodesAction,
  setTagAction,
} from "@/lib/features/organizations/actions";
import type { ChainPosition, EnterpriseTagName } from "@/lib/features/organizations/types";
import { ActionForm } from "../forms/action-form";
import { CheckboxField } from "../forms/fields";
import { TitleFields } from "./common-fields";

type Keys = { tenant: string; organizationId: string };

/** Titles that are there, each with its removal, and a form for one more or a corrected one. */
export function TitleForms({
  tenant,
  organizationId,
  tags,
}: Keys & { tags: readonly { tag: EnterpriseTagName }[] }) {
  const t = useTranslations("organizations");
  return (
    <div className="flex flex-col gap-4">
      <ul className="flex flex-col gap-2">
        {tags.map(({ tag }) => (
          <li key={tag} className="flex flex-wrap items-center gap-x-4">
            <span>{t(`tag.${tag}`)}</span>
            <ActionForm
              action={removeTagAction}
              tenant={tenant}
              hidden={{ organizationId, tag }}
              submitLabel={t("edit.tagRemove")}
              submitVariant="quiet"
              successMessage={t("edit.tagSaved")}
            />
          </li>
        ))}
      </ul>
      <ActionForm
        action={setTagAction}
        tenant={tenant}
        hidden={{ organizationId }}
        submitLabel={t("edit.tagAdd")}
        submitVariant="secondary"
        successMessage={t("edit.tagSaved")}
      >
        <TitleFields />
      </ActionForm>
    </div>
  );
}

/** Where the organization stands in this alliance's chain: it may stand in several places. */
export function ChainForm({
  tenant,
  organizationId,
  nodes,
  chosen,
}: Keys & {
  nodes: readonly { id: string; label: string; position: ChainPosition }[];
  chosen: readonly string[];
}) {
  const t = useTranslations("organizations");
  if (nodes.length === 0) return <p className="text-sm text-muted">{t("edit.chainEmpty")}</p>;
  return (
    <ActionForm
      action={setChainNodesAction}
      tenant={tenant}
      hidden={{ organizationId }}
      submitLabel={t("edit.chainSubmit")}
      submitVariant="secondary"
      successMessage={t("edit.chainSaved")}
    >
      {nodes.map((node) => (
        <CheckboxField
          key={node.id}
          name="nodeIds[]"
          value={node.id}
          label={`${t(`chain.${node.position}`)} · ${node.label}`}
          defaultChecked={chosen.includes(node.id)}
        />
      ))}
    </ActionForm>
  );
}
