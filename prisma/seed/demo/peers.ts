import type { RecognitionLevel } from "@/prisma/generated/enums";
import {
  type DemoOrganization,
  organizationId,
  organizationRows,
  REGISTERED_AT,
} from "./organizations";
import { allianceId } from "./people";
import type { DemoRows } from "./rows";
import { suzhouId } from "./suzhou/members";

type Peer = {
  slug: string;
  name: string;
  level?: RecognitionLevel;
  region: string;
  park: { key: string; name: string };
  summary: string;
};

/** City alliances that the sidebar of S003 names with their base (S003-32, S003-33): names only, no members. */
const peers: Peer[] = [
  {
    slug: "changzhou-new-energy",
    name: "常州新能源产教联合体",
    level: "national",
    region: "320400",
    park: { key: "wujin-park", name: "武进国家高新技术产业开发区" },
    summary:
      "由常州工业职业技术学院和万邦数字能源股份有限公司牵头，依托武进国家高新技术产业开发区（经济参考报 2023-10-24）。江苏苏锡常都市圈各有1个首批国家市域产教联合体。",
  },
  {
    slug: "yantai-huangbohai",
    name: "烟台黄渤海新区产教联合体",
    level: "provincial",
    region: "370600",
    park: { key: "huangbohai-park", name: "烟台黄渤海新区" },
    summary: "山东省第一批市域产教联合体，烟台职业学院牵头成立（经济参考报 2023-10-24）。",
  },
  {
    slug: "yantai-high-tech",
    name: "烟台高新技术产业开发区产教联合体",
    level: "provincial",
    region: "370600",
    park: { key: "yantai-park", name: "烟台高新技术产业开发区" },
    summary: "山东省第一批市域产教联合体，烟台职业学院牵头成立（经济参考报 2023-10-24）。",
  },
  {
    slug: "zibo-high-tech",
    name: "淄博国家高新技术产业开发区产教联合体",
    level: "provincial",
    region: "370300",
    park: { key: "zibo-park", name: "淄博国家高新技术产业开发区" },
    summary: "山东省第一批市域产教联合体，淄博职业学院牵头成立（经济参考报 2023-10-24）。",
  },
  {
    slug: "shanxi-digital-economy",
    name: "山西数字经济市域产教联合体",
    region: "140000",
    park: { key: "shanxi-zone", name: "山西转型综改示范区" },
    summary:
      "以山西转型综改示范区为依托，由山西省财政税务专科学校、山西数据流量生态园运营管理有限公司牵头（经济参考报 2023-10-24）。级别来源未载。",
  },
];

const parks: DemoOrganization[] = peers.map(({ park, region }) => ({
  ...park,
  kind: "park",
  regionCode: region,
}));

export const peerRows = (): Partial<DemoRows> => ({
  ...organizationRows(parks),
  industrialPark: parks.map(({ key }) => ({ organizationId: organizationId(key) })),
  alliance: peers.map(({ slug, name, level, region, park, summary }) => ({
    id: allianceId(slug),
    slug,
    name,
    type: "city_alliance",
    level: level ?? null,
    status: "approved",
    regionCode: region,
    baseParkId: organizationId(park.key),
    summary,
    publishedAt: REGISTERED_AT,
    createdAt: REGISTERED_AT,
  })),
  allianceRelation: [
    {
      fromId: suzhouId,
      toId: allianceId("changzhou-new-energy"),
      kind: "peer",
      note: "苏锡常都市圈各有1个联合体，三市可联合探索省域范围产教联合体发展范式（经济参考报 2023-10-24）",
    },
  ],
});
