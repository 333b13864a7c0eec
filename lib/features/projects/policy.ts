import { reachOf } from "@/lib/features/access/policy";
import type { Reach } from "@/lib/platform/corridor/permission";
import type { RoleHeld } from "@/lib/platform/auth/actor";
