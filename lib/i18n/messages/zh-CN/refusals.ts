/** Why a command refused: the key is the reason in its type. Each says what to do. */
export const refusals = {
  "alliance-frozen": "联盟已暂停或终止，目前只能查看，不能修改。",
};
