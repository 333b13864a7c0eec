import { randomUUID } from "node:crypto";
import { approved } from "./corrections";
import { createResult } from "./home";
import { about, type Fixture, none, type Site } from "./kit";

const published = async (site: Site) => {
  const { id } = await approved(site);
  return site.db.outcomeRecord.update({
    where: { id },
    data: { state: "published", approvedById: randomUUID(), approvedAt: new Date(), version: 2 },
  });
};

export const verification: Record<string, Fixture> = {
  "verification.list": none,
  "verification.get": about("id", ({ db, home, organizationId }) =>
    createResult(db, home, organizationId, "submitted"),
  ),
  "verification.approve": {
    input: async (site) => {
      const { id, version } = await approved(site);
      return { items: [{ id, version }] };
    },
  },
  "verification.takeBack": about("id", published, { version: 2, reason: "示例" }),
};
