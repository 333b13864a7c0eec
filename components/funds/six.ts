/**
 * The six numbers in the order in which they are read: cash beside goods, a step of the money a row. Where there is room
 * for three columns, the same order runs downwards: a step a column, cash above goods.
 */
export const sixGrid = "grid grid-cols-2 gap-3 xl:grid-flow-col xl:grid-cols-3 xl:grid-rows-2";

export const sixOf = <Side>(sides: readonly Side[]): { side: Side; cash: boolean }[] =>
  sides.flatMap((side) => [
    { side, cash: true },
    { side, cash: false },
  ]);
