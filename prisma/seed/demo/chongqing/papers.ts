import { at } from "../days";
import type { DemoFile } from "../files";
import { userId } from "../people";

const NOTE = "本文件为演示数据，所载内容均为示例，不对应任何真实单位或人员。";

const paper = (alliance: string, title: string, line: string): DemoFile => ({
  alliance,
  key: "evidence",
  name: `${title}.pdf`,
  lines: [title, NOTE, line],
  uploadedById: userId("secretariat@chongqing.example"),
  createdAt: at("2022-03-01"),
});

/** The evidence that the synthetic results of the Chongqing alliances point to. */
export const chongqingPapers: readonly DemoFile[] = [
  paper(
    "western-vocational-base",
    "示例佐证材料 西部职教基地",
    "示例专利号、培训期次与合同号见系统记录。",
  ),
  paper("electronic-manufacturing", "示例佐证材料 电子信息制造业", "示例成果登记号见系统记录。"),
  paper("western-technicians", "示例订单班名册 渝西地区", "示例订单班人数见系统记录。"),
  paper("energy-technicians", "示例订单班名册 能源行业", "示例订单班人数见系统记录。"),
  paper("cnc-group", "示例订单班名册 数控", "示例订单班人数见系统记录。"),
];
