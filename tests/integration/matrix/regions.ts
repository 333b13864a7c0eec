import { type Fixture, none } from "./kit";

export const comparing: Record<string, Fixture> = { "regions.compare": none };
