/** Collects what is wrong with a body and answers it in Discord's shape: code 50035 and the path of each field. */
import { DiscordError } from '../errors.ts';
import { isJson, type Json } from '../json.ts';

export type Path = readonly (string | number)[];

export interface Issues {
  add(path: Path, code: string, message: string): void;
  /** Throws the 400 when anything was added. */
  done(): void;
}

function nested(root: Json, path: Path): Json {
  let at = root;
  for (const key of path) {
    const next = at[key];
    if (isJson(next)) {
      at = next;
    } else {
      const made: Json = {};
      at[key] = made;
      at = made;
    }
  }
  return at;
}

/** Starts a collection for one body. */
export function createIssues(): Issues {
  const errors: Json = {};
  return {
    add(path, code, message) {
      const place = nested(errors, path);
      const list = Array.isArray(place._errors) ? place._errors : [];
      place._errors = [...list, { code, message }];
    },
    done() {
      if (Object.keys(errors).length > 0) throw new DiscordError(400, 50035, 'Invalid Form Body', errors);
    },
  };
}

export interface TextBounds {
  readonly required?: boolean;
  readonly min?: number;
  readonly max: number;
  readonly pattern?: RegExp;
}

function bounds(min: number, max: number, unit: string): [string, string] {
  if (min === 0) return ['BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer ${unit}.`];
  return ['BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} ${unit}.`];
}

/** A text field: its presence, type, length in characters, and form. */
export function checkText(issues: Issues, path: Path, value: unknown, rule: TextBounds): void {
  if (value === undefined || value === null) {
    if (rule.required) issues.add(path, 'BASE_TYPE_REQUIRED', 'This field is required');
    return;
  }
  if (typeof value !== 'string') {
    issues.add(path, 'STRING_TYPE_CONVERT', 'Could not interpret as string.');
    return;
  }
  const min = rule.min ?? 0;
  const length = [...value].length;
  if (length < min || length > rule.max) issues.add(path, ...bounds(min, rule.max, 'in length'));
  else if (rule.pattern && !rule.pattern.test(value)) {
    issues.add(path, 'STRING_TYPE_REGEX', 'String value did not match validation regex.');
  }
}

export interface ListBounds {
  readonly required?: boolean;
  readonly min?: number;
  readonly max: number;
}

/** A list field: its presence, type and length. Gives the list to go on with. */
export function checkList(issues: Issues, path: Path, value: unknown, rule: ListBounds): readonly unknown[] {
  if (value === undefined || value === null) {
    if (rule.required) issues.add(path, 'BASE_TYPE_REQUIRED', 'This field is required');
    return [];
  }
  if (!Array.isArray(value)) {
    issues.add(path, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType.');
    return [];
  }
  const min = rule.min ?? 0;
  if (value.length < min || value.length > rule.max) issues.add(path, ...bounds(min, rule.max, 'in length'));
  return value;
}

/** A whole number in a range. */
export function checkInteger(issues: Issues, path: Path, value: unknown, min: number, max: number): void {
  if (value === undefined || value === null) return;
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    issues.add(path, 'NUMBER_TYPE_COERCE', `Value "${String(value)}" is not int.`);
  } else if (value < min || value > max) {
    issues.add(
      path,
      value < min ? 'NUMBER_TYPE_MIN' : 'NUMBER_TYPE_MAX',
      `int value should be between ${min} and ${max}.`,
    );
  }
}

/** One of a set of values. */
export function checkChoice(
  issues: Issues,
  path: Path,
  value: unknown,
  allowed: readonly unknown[],
): boolean {
  if (allowed.includes(value)) return true;
  if (value === undefined) issues.add(path, 'BASE_TYPE_REQUIRED', 'This field is required');
  else issues.add(path, 'BASE_TYPE_CHOICES', `Value must be one of {${allowed.join(', ')}}.`);
  return false;
}
