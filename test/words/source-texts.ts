/** Every text that stands in the source of what people can read, taken out by TypeScript's own parser. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const ROOT = new URL('../../', import.meta.url).pathname;

/** Files that hold sentences, beside the commands. */
const SPEAKING = /(?:messages|-text|menu|help)\.ts$/;

/** A text of the source; what is filled in later stands as "…". */
export interface SourceText {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** The files that speak to people: commands, and in `src` the messages by whatever first name. */
export function speakingFiles(): string[] {
  const commands = filesIn('commands');
  const messages = filesIn('src').filter((name) => SPEAKING.test(name) && !name.includes('generated'));
  return [...commands, ...messages].filter((name) => name.endsWith('.ts')).sort();
}

function filesIn(folder: string): string[] {
  const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return names.map((name) => `${folder}/${name}`);
}

/** The texts of one file of the project. */
export function textsOfFile(file: string): SourceText[] {
  return textsIn(file, readFileSync(join(ROOT, file), 'utf8'));
}

/** The string literals and templates of some source; names of modules, types and keys are left out. */
export function textsIn(file: string, source: string): SourceText[] {
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const texts: SourceText[] = [];
  const visit = (node: ts.Node): void => {
    const text = isName(node) ? undefined : textOf(node);
    if (text !== undefined) {
      texts.push({ file, line: parsed.getLineAndCharacterOfPosition(node.getStart()).line + 1, text });
    }
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return texts;
}

function isName(node: ts.Node): boolean {
  const { parent } = node;
  if (parent === undefined) return false;
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent) || ts.isLiteralTypeNode(parent))
    return true;
  return ts.isPropertyAssignment(parent) && parent.name === node;
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
}
