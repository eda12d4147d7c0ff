// Writes work in its one readable form, which the shorthand reads back as the same work.
import type { Amount, Block, Item, Pace, RunsBlock, Work } from './work.ts';

/** Like "10 min jog; 2 × 10 × 100 m @ 17.5 s, rest 45 s". */
export function formatWork(work: Work): string {
  return work.blocks.map(showBlock).join('; ');
}

function showBlock(block: Block): string {
  if (block.kind === 'runs') return `${showSets(block)}${showPaceAndRests(block)}`;
  const amount = showAmount(block.amount);
  return block.activity === null ? amount : `${amount} ${block.activity}`;
}

function showSets({ times, sets }: RunsBlock): string {
  const only = sets.length === 1 && sets[0]?.length === 1 ? sets[0][0] : undefined;
  if (only !== undefined) {
    const reps = times > 1 || only.reps > 1 ? `${only.reps} × ` : '';
    return `${times > 1 ? `${times} × ` : ''}${reps}${showAmount(only.per)}`;
  }
  const inMetres = sets.flat().every(({ per }) => per.unit === 'metres');
  const list = sets.map((set) => set.map((item) => showItem(item, inMetres)).join(' + ')).join(' / ');
  const text = inMetres ? `${list} m` : list;
  return times > 1 ? `${times} × (${text})` : text;
}

function showItem({ reps, per }: Item, bare: boolean): string {
  return `${reps > 1 ? `${reps} × ` : ''}${bare ? per.value : showAmount(per)}`;
}

function showPaceAndRests({ pace, rest, setRest }: RunsBlock): string {
  return [
    pace === null ? '' : ` @ ${showPace(pace)}`,
    rest === null ? '' : `, rest ${showAmount(rest)}`,
    setRest === null ? '' : `, set rest ${showAmount(setRest)}`,
  ].join('');
}

function showPace(pace: Pace): string {
  if (pace.unit === 'percent') return `${pace.value}%`;
  const { value, last } = pace;
  if (last === undefined) return showSeconds(value);
  return value < 60 && last < 60 ? `${value}–${last} s` : `${showSeconds(value)}–${showSeconds(last)}`;
}

function showSeconds(value: number): string {
  return value < 60 ? `${value} s` : showClock(value);
}

function showAmount({ unit, value }: Amount): string {
  if (unit === 'metres') return `${value} m`;
  if (value % 60 === 0) return `${value / 60} min`;
  return value < 120 ? `${value} s` : showClock(value);
}

/** "1:05.5", from seconds. */
export function showClock(seconds: number): string {
  const hundredths = Math.round(seconds * 100);
  const [minutes, rest] = [Math.floor(hundredths / 6000), hundredths % 6000];
  const fraction =
    rest % 100 === 0
      ? ''
      : `.${String(rest % 100)
          .padStart(2, '0')
          .replace(/0$/, '')}`;
  return `${minutes}:${String(Math.floor(rest / 100)).padStart(2, '0')}${fraction}`;
}
