/** Owns the cluster; used by the supervisor, by migrations of the server itself and by tests. */
export const ADMIN_ROLE = "alliance_admin";

/** What the application signs in as: it owns its database and nothing else. */
export const APP_ROLE = "alliance";

export const APP_DATABASE = "alliance";

/** Created by the superuser, in the template too, so that every new database has them. */
export const EXTENSIONS = ["pg_trgm", "btree_gist"] as const;
