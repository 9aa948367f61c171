// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

import type { NativeClient } from '../../native/generated/index.js';
import type {
  CreateWebhookOptions,
  UpdateWebhookOptions,
  Webhook,
  WebhookEvent,
} from '../../native/generated/models.js';
import { type CallOptions, call, checkInteger, checkText, parsed } from '../call.js';

/** Webhooks of the project: who is told when something happens to a file (REST API: Webhooks). */
export class Webhooks {
  readonly #native: NativeClient;

  /** @internal */
  constructor(native: NativeClient) {
    this.#native = native;
  }

  /**
   * Lists all webhooks of the project.
   *
   * Reference: REST API, List of webhooks.
   *
   * @throws {ForbiddenError} If the project's plan has no webhooks.
   * @throws {RejectedError} If the project's plan has no webhooks.
   */
  list(options: CallOptions = {}): Promise<Webhook[]> {
    return call(this.#native, this.list, options, async (cancel) => {
      const json = await this.#native.webhooksList(cancel);
      return parsed<Webhook[]>(json, ['signingSecret']);
    });
  }

  /**
   * Gets one webhook.
   *
   * Reference: REST API, Webhooks.
   *
   * @param id Identifier of the webhook.
   * @throws {InvalidParameterError} For a negative number.
   * @throws {NotFoundError} If the project has no such webhook.
   */
  get(id: number, options: CallOptions = {}): Promise<Webhook> {
    return call(this.#native, this.get, options, async (cancel) => {
      checkInteger('id', id);
      const json = await this.#native.webhooksGet(id, cancel);
      return parsed<Webhook>(json, ['signingSecret']);
    });
  }

  /**
   * Makes a webhook: an event of the project is then told to a URL of yours.
   *
   * Reference: REST API, Create webhook.
   *
   * @param targetUrl Where deliveries go: an `http` or `https` URL of up to 255 characters.
   * @param event What the webhook is told of.
   * @param options Whether it is active, and its signing secret.
   * @throws {InvalidParameterError} For a bad URL or secret.
   * @throws {RejectedError} If there is such a webhook already or the project's plan has no
   * webhooks.
   * @throws {ForbiddenError} If the plan has none.
   */
  create(
    targetUrl: string,
    event: WebhookEvent,
    options: CreateWebhookOptions & CallOptions = {},
  ): Promise<Webhook> {
    return call(this.#native, this.create, options, async (cancel) => {
      checkText('targetUrl', targetUrl);
      checkText('event', event);
      const json = await this.#native.webhooksCreate(targetUrl, event, options, cancel);
      return parsed<Webhook>(json, ['signingSecret']);
    });
  }

  /**
   * Changes a webhook.
   *
   * Reference: REST API, Update webhook.
   *
   * @param id Identifier of the webhook.
   * @param options What to change.
   * @throws {InvalidParameterError} For a bad number, URL or secret.
   * @throws {NotFoundError} If the project has no such webhook.
   * @throws {RejectedError} If there is another one like that.
   */
  update(id: number, options: UpdateWebhookOptions & CallOptions = {}): Promise<Webhook> {
    return call(this.#native, this.update, options, async (cancel) => {
      checkInteger('id', id);
      const json = await this.#native.webhooksUpdate(id, options, cancel);
      return parsed<Webhook>(json, ['signingSecret']);
    });
  }

  /**
   * Deletes a webhook.
   *
   * Reference: REST API, Webhooks.
   *
   * @param id Identifier of the webhook.
   * @throws {InvalidParameterError} For a negative number.
   * @throws {NotFoundError} If the project has no such webhook.
   */
  delete(id: number, options: CallOptions = {}): Promise<void> {
    return call(this.#native, this.delete, options, async (cancel) => {
      checkInteger('id', id);
      await this.#native.webhooksDelete(id, cancel);
    });
  }

  /**
   * Deletes the webhooks of a URL.
   *
   * Reference: REST API, Delete webhook.
   *
   * @param targetUrl Where their deliveries go: a URL of up to 255 characters.
   * @throws {InvalidParameterError} For a bad URL.
   * @throws {NotFoundError} Perhaps, if nothing is sent there.
   */
  deleteByUrl(targetUrl: string, options: CallOptions = {}): Promise<void> {
    return call(this.#native, this.deleteByUrl, options, async (cancel) => {
      checkText('targetUrl', targetUrl);
      await this.#native.webhooksDeleteByUrl(targetUrl, cancel);
    });
  }
}
