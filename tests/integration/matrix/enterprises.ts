import type { Fixture } from "./kit";

export const enterprises: Record<string, Fixture> = {
  "enterprises.standing": {
    ids: ["organization"],
    input: ({ organizationId }) => ({ organization: organizationId }),
  },
};
