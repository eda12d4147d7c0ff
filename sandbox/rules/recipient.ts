import { asText, type Json } from '../json.ts';
import { isSnowflake } from '../snowflake.ts';
import { createIssues } from './issues.ts';

/** The recipient of a direct-message channel. */
export function checkRecipient(body: Json): string {
  const issues = createIssues();
  if (!isSnowflake(body.recipient_id)) {
    const code = body.recipient_id === undefined ? 'BASE_TYPE_REQUIRED' : 'NUMBER_TYPE_COERCE';
    issues.add(['recipient_id'], code, 'Value is not snowflake.');
  }
  issues.done();
  return asText(body.recipient_id);
}
