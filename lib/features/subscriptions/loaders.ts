import { loaderOf } from "@/lib/platform/corridor/loader";
import { listSubscriptionsQuery } from "./procedures";

export const loadSubscriptions = loaderOf(listSubscriptionsQuery);
