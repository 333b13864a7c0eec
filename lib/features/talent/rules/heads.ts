export type Room = { demand: number; supply: number };

/** How many heads a new agreement may take, at the demand and at the supply. */
export const roomFor = (
  demand: { headcount: number; taken: number },
  supply: { graduates: number; taken: number },
): Room => ({
  demand: demand.headcount - demand.taken,
  supply: supply.graduates - supply.taken,
});

/** Which of the two would be overfilled, if any. */
export function overfill(quantity: number, room: Room): "demand" | "supply" | undefined {
  if (quantity > room.demand) return "demand";
  return quantity > room.supply ? "supply" : undefined;
}
