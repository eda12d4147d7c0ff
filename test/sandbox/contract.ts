/** Holds what a bot sent against Discord's own OpenAPI document, where that document is at hand. */
import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { asJson, asNumber, isJson, type Json } from '../../sandbox/json.ts';
import type { RecordedRequest } from '../../sandbox/sandbox.ts';

const DOCUMENT = new URL('../../../shared/discord-openapi/openapi.json', import.meta.url);
const CALLBACK = '/interactions/{interaction_id}/{interaction_token}/callback';

/** Callback schemas by the body's `type`: dispatching before the union keeps its errors readable. */
const BY_TYPE: Readonly<Record<number, string>> = {
  4: 'CreateMessageInteractionCallbackRequest',
  5: 'CreateMessageInteractionCallbackRequest',
  6: 'UpdateMessageInteractionCallbackRequest',
  7: 'UpdateMessageInteractionCallbackRequest',
  8: 'ApplicationCommandAutocompleteCallbackRequest',
  9: 'ModalInteractionCallbackRequest',
};
const ERRORS_SHOWN = 3;

interface Contract {
  /** The validator of a request; a text when the document has no such route or body. */
  find(method: string, route: string, body: unknown): ValidateFunction | string;
}

function openContract(document: Json): Contract {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  ajv.addFormat('snowflake', /^\d{1,20}$/);
  ajv.addFormat('nonce', true);
  for (const format of ['int32', 'int64', 'double'])
    ajv.addFormat(format, { type: 'number', validate: () => true });
  ajv.addFormat('date-time', (text: string) => !Number.isNaN(Date.parse(text)));
  ajv.addFormat('uri', (text: string) => URL.canParse(text));
  ajv.addSchema(document, 'discord');
  const compiled = new Map<string, ValidateFunction>();
  const compile = (pointer: string) => {
    const known = compiled.get(pointer) ?? ajv.compile({ $ref: `discord#${pointer}` });
    compiled.set(pointer, known);
    return known;
  };
  return {
    find(method, route, body) {
      const operation = asJson(asJson(asJson(document.paths)[route])[method]);
      if (Object.keys(operation).length === 0)
        return `Discord's document has no ${method.toUpperCase()} ${route}`;
      const type = asNumber(asJson(body).type);
      if (route === CALLBACK && BY_TYPE[type] !== undefined)
        return compile(`/components/schemas/${BY_TYPE[type]}`);
      const content = asJson(asJson(operation.requestBody).content);
      if (!isJson(content['application/json'])) return `${method.toUpperCase()} ${route} takes no body`;
      const path = encodeURIComponent(route.replaceAll('~', '~0').replaceAll('/', '~1'));
      return compile(`/paths/${path}/${method}/requestBody/content/application~1json/schema`);
    },
  };
}

let opened: Contract | null | undefined;

function contract(): Contract | null {
  if (opened === undefined) {
    opened = existsSync(DOCUMENT) ? openContract(asJson(JSON.parse(readFileSync(DOCUMENT, 'utf8')))) : null;
  }
  return opened;
}

/** The document wants a number where Discord takes and gives a bit-set string. */
function withNumericPermissions(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(withNumericPermissions);
  if (!isJson(body) || typeof body.default_member_permissions !== 'string') return body;
  return { ...body, default_member_permissions: Number(body.default_member_permissions) };
}

/** The errors that say most: those deepest in the body. */
function telling(errors: readonly ErrorObject[]): string {
  const depth = (error: ErrorObject) => error.instancePath.split('/').length;
  const deepest = Math.max(...errors.map(depth));
  const shown = errors.filter((error) => depth(error) === deepest).slice(0, ERRORS_SHOWN);
  return shown.map((error) => `${error.instancePath || '(body)'} ${error.message ?? ''}`).join('; ');
}

/** What Discord's OpenAPI document has against these requests; null when the document is not here. */
export function checkAgainstOpenApi(requests: readonly RecordedRequest[]): string[] | null {
  const discord = contract();
  if (discord === null) return null;
  return requests.flatMap((request) => {
    if (request.route === null) return [`unknown route ${request.method} ${request.path}`];
    if (request.body === null) return [];
    const found = discord.find(request.method.toLowerCase(), request.route, request.body);
    if (typeof found === 'string') return [found];
    if (found(withNumericPermissions(request.body))) return [];
    return [`${request.method} ${request.route}: ${telling(found.errors ?? [])}`];
  });
}
