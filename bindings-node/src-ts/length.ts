import { checkLength as checkNative } from '../native/generated/index.js';
import type { Length } from '../native/generated/models.js';
import { kindOf } from './callbacks.js';
import { InvalidParameterError } from './errors.js';
import { expected } from './failure.js';

const WANTED = "a whole number of pixels, or per cent as a text such as '50%'";

/** Refuses what is no length, by the name of the argument, which the native layer cannot know. */
export function checkLength(name: string, value: unknown): void {
  if (typeof value !== 'number' && typeof value !== 'string') throw expected(name, WANTED);
  try {
    checkNative(value as Length);
  } catch (thrown) {
    const { message } = thrown as Error;
    throw new InvalidParameterError(`\`${name}\` ${message}`, { parameter: name });
  }
}

/** What crosses of several lengths. */
export function lengths(name: string, values: Iterable<Length>): Length[] {
  const given: unknown = values;
  if (typeof given !== 'object' || given === null || !(Symbol.iterator in given)) {
    throw expected(name, `an iterable of lengths, not ${kindOf(given)}`);
  }
  const all = Array.from(values);
  for (const value of all) checkLength(name, value);
  return all;
}
