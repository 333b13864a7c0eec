/** The roles of the permission matrix (security.md 2); council delegates, chair and school staff are told apart. */
export type Role =
  | "platform_admin"
  | "secretariat"
  | "chair"
  | "delegate"
  | "supervisor"
  | "expert"
  | "school_leader"
  | "reporter"
  | "enterprise_contact"
  | "observer";

/** A right that holds today. No alliance: platform-wide. */
export type RoleHeld = { role: Role; allianceId: string | null; organizationId: string | null };

/** Who is asking: an identity, and the rights that the database gave for this request. */
export type Actor = {
  userId: string | null;
  personId: string | null;
  name: string;
  email: string | null;
  locale: string | null;
  via: "session" | "key" | "anonymous" | "system";
  sessionId: string | null;
  /** A key limited to reading. */
  readOnly: boolean;
  roles: RoleHeld[];
};

export const anonymous: Actor = {
  userId: null,
  personId: null,
  name: "",
  email: null,
  locale: null,
  via: "anonymous",
  sessionId: null,
  readOnly: false,
  roles: [],
};
