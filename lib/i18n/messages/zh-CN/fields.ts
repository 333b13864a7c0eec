/** What is wrong with a field; the keys are the messages of lib/kernel/fields.ts and of the schemas. */
export const fields = {
  required: "请填写此项",
  "too-long": "内容过长，请缩短",
  invalid: "填写有误，请检查",
  unknown: "此项不被接受",
  "not-an-id": "请从列表中选择",
  "not-a-day": "请填写正确的日期，例如 2026-11-22",
  "not-an-amount": "请填写金额（元），最多两位小数，例如 35700000.00",
  "not-positive": "金额须大于零",
  "not-a-quantity": "请填写数字，最多两位小数",
  uploading: "文件正在上传，请稍候再提交",
  "not-an-email": "请填写正确的电子邮箱",
  "wrong-file-kind": "只接受 PDF、PNG、JPG、DOCX、XLSX、CSV、TXT 文件，且扩展名须与内容一致",
  "not-json": "请求内容须为 UTF-8 编码的 JSON 对象",
};
