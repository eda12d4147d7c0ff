import type { Command } from '../src/app.ts';
import { recallDrafted } from '../src/reminders/drafted.ts';
import * as fromMessages from './remind/from-messages.ts';
import * as health from './remind/health.ts';
import * as list from './remind/list.ts';
import { autocomplete } from './remind/meant.ts';
import * as preview from './remind/preview.ts';
import { shape } from './remind/shape.ts';

export default {
  data: shape,
  mendable: true,
  recall: recallDrafted,
  execute: { ...preview.execute, ...list.execute, ...fromMessages.execute, ...health.execute },
  autocomplete,
  components: {
    ...preview.components,
    ...fromMessages.components,
    ...list.components,
    ...health.components,
  },
  forms: preview.forms,
} satisfies Command;
