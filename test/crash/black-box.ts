/** Where a bot's deliveries stand, written down at once so that it can be read after a SIGKILL. */
import { existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { FaultPoints } from '../../src/deliveries/fault-points.ts';

export type FaultPoint = keyof FaultPoints;

/** The last fault point that a delivery (or the materialising of a reminder) came to, in words. */
const STANDING = {
  duringMaterialise: 'being materialised',
  afterMaterialise: 'materialised, not claimed',
  afterClaim: 'claimed, not composed',
  afterCompose: 'composed, not noted as leaving',
  beforeSend: 'noted as leaving, answer not here',
  afterSend: 'answer here, note not begun',
  beforeAcknowledge: 'being noted as sent',
  afterAcknowledge: 'just noted as sent',
  afterAmendTaken: 'taken to be amended',
  afterEdit: 'edited, not noted',
} as const satisfies Record<FaultPoint, string>;

/** In the order in which a delivery comes to them. */
export const FAULT_POINTS = Object.keys(STANDING) as readonly FaultPoint[];

/** Those on the way to a message, without what comes when it is edited later. */
export const SEND_POINTS = FAULT_POINTS.slice(0, FAULT_POINTS.indexOf('afterAmendTaken'));

/** The crash windows of the delivery design, in the order in which a delivery comes through them. */
export const CRASH_WINDOWS = [
  STANDING.duringMaterialise,
  STANDING.afterMaterialise,
  STANDING.afterClaim,
  STANDING.afterCompose,
  'noted as leaving, not arrived',
  'accepted, answer lost',
  STANDING.afterSend,
  STANDING.beforeAcknowledge,
  STANDING.afterAcknowledge,
  STANDING.afterAmendTaken,
  STANDING.afterEdit,
  'nothing under way',
] as const;
export type CrashWindow = (typeof CRASH_WINDOWS)[number];

export interface BlackBox {
  /** A reminder or delivery came to a fault point. */
  reached(point: FaultPoint, id: string): void;
  /** A delivery ended without a message. */
  ended(id: string): void;
  /** Everything claimed has been carried to its end. */
  idle(): void;
  /** The process is about to kill itself, at this instant of the hand-moved clock in milliseconds. */
  killed(at: number): void;
}

/** Opens a new file. */
export function openBlackBox(file: string): BlackBox {
  const descriptor = openSync(file, 'a');
  const write = (what: string, about: string | number) => void writeSync(descriptor, `${what} ${about}\n`);
  return {
    reached: write,
    ended: (id) => write('ended', id),
    idle: () => write('idle', ''),
    killed: (at) => write('killed', at),
  };
}

/** What a dead bot left: the windows that its deliveries were in, and when it killed itself; null: it did not. */
export interface Wreck {
  readonly windows: ReadonlySet<CrashWindow>;
  readonly killedAt: Date | null;
}

/** Reads a file, that is missing when the bot died very young; `hasArrived` tells whether Discord has a delivery's message. */
export function readBlackBox(file: string, hasArrived: (deliveryId: string) => boolean): Wreck {
  const standing = new Map<string, FaultPoint>();
  let killedAt: Date | null = null;
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  for (const line of text.split('\n')) {
    const [what = '', about = ''] = line.split(' ');
    const point = FAULT_POINTS.find((name) => name === what);
    if (what === 'idle') standing.clear();
    else if (what === 'ended') standing.delete(about);
    else if (what === 'killed') killedAt = new Date(Number(about));
    // What was materialised is a delivery from its claim on, under another id.
    else if (point === 'afterClaim') dropMaterialised(standing);
    if (point !== undefined) standing.set(about, point);
  }
  const windows = new Set<CrashWindow>();
  for (const [id, point] of standing) {
    if (point !== 'beforeSend') windows.add(STANDING[point]);
    else windows.add(hasArrived(id) ? 'accepted, answer lost' : 'noted as leaving, not arrived');
  }
  if (windows.size > 1) windows.delete(STANDING.afterAcknowledge);
  if (windows.size === 0) windows.add('nothing under way');
  return { windows, killedAt };
}

function dropMaterialised(standing: Map<string, FaultPoint>): void {
  for (const [id, point] of standing) if (point === 'afterMaterialise') standing.delete(id);
}
