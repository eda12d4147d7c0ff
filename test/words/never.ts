/** The words of handbook "Never" 5 to 7: what the bot says to nobody, whatever it is about. */

/** A way of saying what must not be said. */
interface Never {
  readonly why: string;
  readonly pattern: RegExp;
}

const NEVER: readonly Never[] = [
  { why: 'reassures', pattern: /\byou(?:['’]re| are| will be|['’]ll be) (?:fine|ok|okay|safe|healthy)\b/i },
  { why: 'reassures', pattern: /\b(?:nothing to worry about|do(?:n['’]t| not) worry|all clear|harmless)\b/i },
  { why: 'frightens', pattern: /\bdanger(?:ous)?(?: zones?)?\b/i },
  { why: 'frightens', pattern: /\bdamag\w*/i },
  { why: 'speaks of a risk', pattern: /\brisk(?:s|y|ier|ing)?\b|\blikely to (?:be|get) (?:hurt|injured)\b/i },
  { why: 'claims a prediction', pattern: /\bpredict\w*/i },
  { why: 'claims protection', pattern: /\bprevent\w*|\bprotects?\b|\binjury[- ]proof\b/i },
  { why: 'claims a cure', pattern: /\bcur(?:e|es|ed|ing)\b|\bheals?\b/i },
  { why: 'promises', pattern: /\bguarante\w*/i },
  {
    why: 'claims a cause',
    pattern: /\b(?:caus(?:e|es|ed)|is due to|was due to|the reason for) (?:your|the|this) pain\b/i,
  },
  {
    why: 'shames',
    pattern: /\blaz(?:y|iness)\b|\bexcuses?\b|\bslack\w*|\bshame\w*|\bdisappoint\w*|\bpathetic\b/i,
  },
  {
    why: 'shames',
    pattern: /\b(?:you (?:have )?failed|failure|missed again|you should have|broke your streak)\b/i,
  },
];

/**
 * What stands although it holds one of the words: the whole sentence, and why it may. Nothing else is let through, and
 * a sentence that no text holds any more has to go.
 */
export const ALLOWED: readonly { readonly sentence: string; readonly because: string }[] = [];

/** Each forbidden word in a text, with why it is one; empty: none. */
export function neverIn(text: string): string[] {
  const read = ALLOWED.reduce((rest, { sentence }) => rest.replaceAll(sentence, ' '), text);
  return NEVER.flatMap(({ why, pattern }) => {
    const found = read.match(pattern)?.[0];
    return found === undefined ? [] : [`${why}: “${found}” in “${read.trim().slice(0, 160)}”`];
  });
}
