import { randomUUID } from "node:crypto";
import { words } from "@/app/api/words";
