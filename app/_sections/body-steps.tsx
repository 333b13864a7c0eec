import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import { DissolveBodyForm, EditBodyForm, RemoveBodyForm } from "@/components/alliances/body-forms";
import {
  EndManagerForm,
  EntityForm,
  ManagerForm,
  SharesForm,
} from "@/components/alliances/entity-forms";
import { ClientMessages } from "@/components/layout/client-messages";
import { Panel } from "@/components/ui/panel";
import { loadStructure } from "@/lib/features/alliances/loaders";
import type { bodyOutput } from "@/lib/features/alliances/schema/structure";

type Props = { alliance: string; body: z.output<typeof bodyOutput> };

/** What the secretariat can change about a body; one that has met can only be dissolved. */
export async function BodySteps({ alliance, body }: Props) {
  const t = await getTranslations("alliances.bodies");
  const { bodies } = await loadStructure(alliance, {});
  const others = bodies.filter(({ id, dissolvedOn }) => id !== body.id && !dissolvedOn);
  return (
    <ClientMessages namespaces={["alliances"]}>
      <div className="flex flex-col gap-4">
        <Panel title={t("edit")}>
          <EditBodyForm tenant={alliance} body={body} bodies={others} />
        </Panel>
        {body.removable ? (
          <Panel title={t("remove")} description={t("removeHint")}>
            <RemoveBodyForm tenant={alliance} body={body} />
          </Panel>
        ) : (
          <Panel title={t("dissolve")} description={t("dissolveHint")}>
            <DissolveBodyForm tenant={alliance} body={body} />
          </Panel>
        )}
      </div>
    </ClientMessages>
  );
}

/** Form, owners and manager of an entity. */
export async function EntitySteps({ alliance, body }: Props) {
  const t = await getTranslations("alliances.entity");
  const given = { tenant: alliance, body, entity: body.entity };
  const managed = body.entity?.managers.some(({ validTo }) => validTo === null) ?? false;
  return (
    <ClientMessages namespaces={["alliances"]}>
      <Panel title={t("title")}>
        <EntityForm {...given} />
      </Panel>
      {body.entity && (
        <>
          <Panel title={t("shares")}>
            <SharesForm {...given} />
          </Panel>
          <Panel title={t("managers")}>
            <ManagerForm {...given} />
            {managed && (
              <div className="mt-4 border-t border-line pt-4">
                <EndManagerForm {...given} />
              </div>
            )}
          </Panel>
        </>
      )}
    </ClientMessages>
  );
}
