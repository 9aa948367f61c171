import { inspect } from 'node:util';
import { NativeWebhookReceiver } from '../native/generated/index.js';
import type { WebhookDelivery } from '../native/generated/models.js';
import { callNow, parsed } from './call.js';
import { kindOf } from './callbacks.js';
import { type Bytes, bytesOf } from './content.js';
import { expected } from './failure.js';
import { texts } from './reference.js';

/**
 * Receives what webhooks deliver: finds out whether a delivery is genuine, and reads it. It needs no
 * client.
 *
 * Reference: REST API, Webhooks; Signed webhooks.
 */
export class WebhookReceiver {
  /** Name of the header that the signature comes in. Node has it in lower case. */
  static readonly SIGNATURE_HEADER = 'X-Uc-Signature';
  readonly #native: NativeWebhookReceiver;

  /**
   * A receiver of deliveries that are signed with this secret, or with one of several while one takes
   * the place of another.
   *
   * @param secrets Signing secrets of webhooks (`signingSecret`), each of 1 to 32 characters.
   * @throws {ConfigurationError} For no secret, or one that cannot be one.
   */
  constructor(secrets: string | (Iterable<string> & object)) {
    this.#native = callNow(WebhookReceiver as unknown as () => void, () => {
      const all = typeof secrets === 'string' ? [secrets] : texts('secrets', secrets);
      return new NativeWebhookReceiver(all);
    });
  }

  /**
   * Reads a delivery, if it is genuine.
   *
   * @param body The bytes of the request as they came. Of a text or of JSON that was read nobody can
   * know what bytes they were: have the framework hand over the raw body.
   * @param signature What the header `X-Uc-Signature` says; nothing if there is none.
   * @throws {InvalidSignatureError} If it is not genuine; the message says why.
   * @throws {DecodeError} If it is genuine, but no delivery.
   * @throws {InvalidParameterError} If the body is given as anything but bytes.
   */
  receive(body: Bytes, signature: string | readonly string[] | null | undefined): WebhookDelivery {
    return callNow(this.receive, () =>
      parsed<WebhookDelivery>(this.#native.receive(raw(body), header(signature))),
    );
  }

  /**
   * Finds out whether a delivery is genuine, in the same time whatever comes out.
   *
   * @param body As for `receive`.
   * @param signature As for `receive`.
   * @throws {InvalidSignatureError} If it is not genuine; the message says why.
   * @throws {InvalidParameterError} If the body is given as anything but bytes.
   */
  verify(body: Bytes, signature: string | readonly string[] | null | undefined): void {
    callNow(this.verify, () => this.#native.verify(raw(body), header(signature)));
  }

  /** @internal */
  [inspect.custom](): string {
    return 'WebhookReceiver {}';
  }
}

function raw(body: unknown): Uint8Array {
  const bytes = bytesOf(body);
  if (bytes !== undefined) return bytes;
  throw expected(
    'body',
    `the bytes of the request, such as a Buffer, not ${kindOf(body)}: the signature is over the bytes ` +
      'that were sent, which reading or decoding them has lost',
  );
}

function header(value: unknown): string | undefined {
  const text: unknown = Array.isArray(value) ? value.join(', ') : (value ?? undefined);
  if (text === undefined || typeof text === 'string') return text;
  throw expected('signature', 'the text of the header X-Uc-Signature, or nothing');
}
