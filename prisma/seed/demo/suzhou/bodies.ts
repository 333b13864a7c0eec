import { bodyRows, bodyId as idOfBody } from "../bodies";
import type { DemoRows } from "../rows";
import { SUZHOU } from "./members";

/** The full set of the Suzhou text (S003-3 to S003-11), and what the text leaves open. */
export const suzhouBodyRows = (): Partial<DemoRows> =>
  bodyRows(SUZHOU, "suzhou_full", {
    guidance: {
      seatsPlanned: 6,
      duties: "开展顶层设计与指导，出台产教联合体发展的支持政策",
      dutiesEn: "Overall design and guidance, supporting policies",
    },
    council: { seatsPlanned: 31, termYears: 5 },
    supervisors: { seatsPlanned: 3, termYears: 5 },
    experts: { seatsPlanned: 5, termYears: 5 },
    secretariat: {
      host: "wuzhong",
      duties: "负责日常工作；文中载秘书处可设在产业园区",
      dutiesEn: "Runs the daily business; the source says it may sit in the industrial park",
    },
    institute: {
      duties:
        "产业共性技术研究、资源共享服务平台、产教协同育人基地建设；文中载可考虑设立，可设置在高职院校",
      dutiesEn:
        "Shared technology research, shared resources, joint training bases; the source says it may be set up, in a vocational college",
    },
    company: {
      duties: "科技成果转化、产业服务；文中载可考虑设立",
      dutiesEn: "Technology transfer and services to industry; the source says it may be set up",
    },
  });

export const bodyId = (key: string): string => idOfBody(SUZHOU, key);
