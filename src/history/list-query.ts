// The query for a part of the list, for tables whose moment of logging has a column of its own name.
import type { Position } from './types.ts';

/** Entries on one side of a place, the nearest to it first; `from` null: from the end of the list. */
export interface Span {
  readonly side: 'older' | 'newer';
  readonly from: Position | null;
  /** Whether an entry at the very place counts. */
  readonly including: boolean;
  readonly take: number;
}

/** A part of the list, one entry, or the one that was logged last since an instant. */
export type Wanted = Span | { readonly id: string } | { readonly loggedSince: Date };

type Bound<T> = { readonly lt: T } | { readonly gt: T } | { readonly lte: T } | { readonly gte: T };
/** An instant, or a bound on one. */
export type Moment = Date | Bound<Date>;
type Direction = 'asc' | 'desc';

interface Query<Where, Order> {
  where:
    | { id: string }
    | Where
    | Record<string, never>
    | { OR: ({ localDate: Bound<string> } | (Where & { localDate: string; id?: Bound<string> }))[] };
  orderBy: (Order | { localDate: Direction } | { id: Direction })[];
  take: number;
}

/** The query for what is wanted; `moment` and `order` name the column of the moment of logging. */
export function queryFor<Where, Order>(
  wanted: Wanted,
  moment: (at: Moment) => Where,
  order: (direction: Direction) => Order,
): Query<Where, Order> {
  if ('id' in wanted) return { where: { id: wanted.id }, orderBy: [], take: 1 };
  if ('loggedSince' in wanted) {
    const where = moment({ gte: wanted.loggedSince });
    return { where, orderBy: [order('desc'), { id: 'desc' }], take: 1 };
  }
  const { side, from, including, take } = wanted;
  const direction = side === 'older' ? 'desc' : 'asc';
  const orderBy = [{ localDate: direction }, order(direction), { id: direction }] as const;
  if (from === null) return { where: {}, orderBy: [...orderBy], take };
  const { localDate, at, id } = from;
  const past = <T>(value: T): Bound<T> => (side === 'older' ? { lt: value } : { gt: value });
  const upTo = side === 'older' ? { lte: id } : { gte: id };
  const where = {
    OR: [
      { localDate: past(localDate) },
      { ...moment(past(at)), localDate },
      { ...moment(at), localDate, id: including ? upTo : past(id) },
    ],
  };
  return { where, orderBy: [...orderBy], take };
}
