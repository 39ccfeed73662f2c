import { describe, expect, it } from '@jest/globals';

import { APP_LANGUAGES } from '../../generation/plan.js';
import { messagesOf } from './messages.js';

const english = messagesOf('en');

describe.each(APP_LANGUAGES)('the messages in %s', (language) => {
  const messages = messagesOf(language);

  it('are all there, and none is empty', () => {
    expect(Object.keys(messages)).toEqual(Object.keys(english));
    expect(Object.entries(messages).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('fill in what the English ones fill in, in every form of a plural', () => {
    for (const [key, text] of Object.entries(messages)) {
      const wanted = bracesOf(english[key as keyof typeof english].split('|')[0] ?? '');
      for (const form of text.split('|'))
        if (key !== 'everyDays') expect({ key, form, braces: bracesOf(form) }).toEqual({ key, form, braces: wanted });
    }
  });
});

it('tells languages apart: few messages are the same as the English ones', () => {
  for (const language of APP_LANGUAGES.filter((one) => one !== 'en')) {
    const messages = messagesOf(language);
    const same = Object.entries(english).filter(([key, text]) => messages[key as keyof typeof english] === text);
    expect(same.length / Object.keys(english).length).toBeLessThan(0.12);
  }
});

const bracesOf = (text: string): readonly string[] => [...(text.match(/\{\w+\}/g) ?? [])].sort();
