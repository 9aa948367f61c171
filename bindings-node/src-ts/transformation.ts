import { inspect } from 'node:util';
import { parseTransformation } from '../native/generated/index.js';
import type { TransformationLike } from '../native/generated/models.js';
import { callNow } from './call.js';
import { expected } from './failure.js';
import { TransformationOperations } from './generated/transformation.js';

/** Stands in for a text that is known to be right. */
class Checked {
  readonly chain: string;

  constructor(chain: string) {
    this.chain = chain;
  }
}

/**
 * Operations on an image, applied from the first to the last.
 *
 * It never changes: each operation gives a new one, with itself at the end. It needs no client, and
 * as a text, `String(transformation)`, it is what stands in a URL.
 *
 * Reference: URL API, Image transformations.
 */
export class Transformation extends TransformationOperations {
  /** The operations as they stand in a URL, such as `-/preview/200x200/-/grayscale/`. */
  readonly chain: string;

  /**
   * Begins with no operation, or with those of a text or of another transformation.
   *
   * @param operations As in a URL, with or without the slashes around them. What they are is not
   * looked at, for the service may know more than this version.
   * @throws {InvalidParameterError} For a text that does not have the form of operations.
   */
  constructor(operations: TransformationLike = '') {
    super();
    const given: unknown = operations;
    this.chain = given instanceof Checked ? given.chain : callNow(Class, () => chainOf(given));
    Object.freeze(this);
  }

  /** Whether there is no operation. */
  get isEmpty(): boolean {
    return this.chain === '';
  }

  /** Whether the other has the same operations. */
  equals(other: Transformation): boolean {
    return other.chain === this.chain;
  }

  /** The operations as they stand in a URL. */
  override toString(): string {
    return this.chain;
  }

  /** The operations as they stand in a URL. */
  toJSON(): string {
    return this.chain;
  }

  /** @internal */
  override with(chain: string): Transformation {
    return new Transformation(new Checked(chain) as unknown as TransformationLike);
  }

  /** @internal */
  [inspect.custom](_depth: number, options: object): string {
    return `Transformation ${inspect(this.chain, options)}`;
  }
}

/** As what stands in stacks of errors. */
const Class = Transformation as unknown as () => void;

function chainOf(operations: unknown): string {
  if (typeof operations === 'string') return parseTransformation(operations);
  const { chain } = (operations ?? {}) as { chain?: unknown };
  if (typeof chain === 'string') return parseTransformation(chain);
  throw expected('operations', 'a Transformation, or a string');
}
