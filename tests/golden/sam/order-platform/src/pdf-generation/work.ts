// The work of this function: the file that is yours. Everything beside it is plumbing.
import type { Item } from "./edge.ts";

/** Works on one item and passes the result on over the drawn connections. */
export async function work(item: Item): Promise<Item> {
  const result = { ...item };
  return result;
}
