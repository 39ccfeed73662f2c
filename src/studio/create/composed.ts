import type { StartRequest } from '../../contract/requests.js';

/** What a person puts together before Start. */
export type Composed = Pick<StartRequest, 'prompt' | 'template_id' | 'options'>;
