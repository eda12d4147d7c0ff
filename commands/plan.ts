import type { Command } from '../src/app.ts';
import { workPreview } from '../src/sessions/preview-messages.ts';
import * as day from './plan/day.ts';
import * as fromPost from './plan/from-post.ts';
import * as mend from './plan/mend.ts';
import { shape } from './plan/shape.ts';
import * as start from './plan/start.ts';
import * as stop from './plan/stop.ts';
import * as week from './plan/week.ts';

export default {
  data: shape,
  mendable: true,
  execute: { ...week.execute, ...start.execute, ...day.execute, ...stop.execute },
  autocomplete: { work: async ({ typed }) => workPreview(typed, null) },
  components: {
    ...fromPost.components,
    ...start.components,
    ...day.components,
    ...stop.components,
    ...mend.components,
  },
  forms: { ...start.forms, ...day.forms },
} satisfies Command;
